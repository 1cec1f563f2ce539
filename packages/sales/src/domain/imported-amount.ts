import { AtlasError } from '@atlas/kernel';

/**
 * An amount or quantity as the document itself states it: files write what a credit note takes back with a minus,
 * documents do not.
 *
 * @param amount plain decimal text
 * @throws AtlasError `sales.wrong_sign` when the sign does not fit the document
 */
export function documentAmount(label: string, amount: string, credit: boolean): string {
  const negative = amount.startsWith('-');
  if (negative === credit || !/[1-9]/.test(amount)) return negative ? amount.slice(1) : amount;
  const why = credit
    ? 'a credit note takes back, so its amounts have a minus here.'
    : 'an invoice takes nothing back; only a credit note does.';
  throw new AtlasError('sales.wrong_sign', `${label} ${amount}: ${why}`);
}
