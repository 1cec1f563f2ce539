import { AtlasError } from '@atlas/kernel';

const isNegative = (amount: string): boolean => amount.startsWith('-');

/**
 * An amount as the document itself states it: files write credit notes with a minus, documents do not.
 *
 * @param amount plain decimal text
 * @throws AtlasError `purchasing.wrong_sign` when the sign does not fit the document
 */
export function totalAsSaid(amount: string, credit: boolean): string {
  if (isNegative(amount) !== credit && /[1-9]/.test(amount))
    throw new AtlasError(
      'purchasing.wrong_sign',
      credit ? `${amount}: a credit note has a minus here.` : `${amount}: a bill with a minus is a credit note.`,
    );
  return isNegative(amount) ? amount.slice(1) : amount;
}

/** Quantity and price of a line: the minus of either stands with the quantity, turned round on a credit note. */
export function lineAsSaid(quantity: string, unitPrice: string, credit: boolean): { quantity: string; unitPrice: string } {
  const bare = (text: string): string => (isNegative(text) ? text.slice(1) : text);
  const minus = (isNegative(quantity) !== isNegative(unitPrice)) !== credit;
  return { quantity: `${minus ? '-' : ''}${bare(quantity)}`, unitPrice: bare(unitPrice) };
}
