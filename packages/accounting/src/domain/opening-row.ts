import { AtlasError, type BusinessDate, moneyOf } from '@atlas/kernel';
import { isTooLarge } from './check-entry.ts';

/** What a row says of a balance, debit positive; null when it says that there is none. */
export function openingAmount(debit: string | null, credit: string | null, currency: string): bigint | null {
  const [debitMinor, creditMinor] = [debit, credit].map((text) => moneyOf(text ?? '0', currency).minor) as [bigint, bigint];
  if (debitMinor < 0n || creditMinor < 0n)
    throw new AtlasError('accounting.invalid_line', 'Amounts are not negative: use the other side.');
  if (debitMinor !== 0n && creditMinor !== 0n)
    throw new AtlasError('accounting.invalid_line', 'A balance stands on one side: debit or credit.');
  const amountMinor = debitMinor - creditMinor;
  if (isTooLarge(amountMinor)) throw new AtlasError('accounting.invalid_line', 'The balance is too large.');
  return amountMinor === 0n ? null : amountMinor;
}

export type OpeningAccount = {
  readonly id: string;
  readonly code: string;
  readonly role: string | null;
  readonly isGroup: boolean;
  readonly archived: boolean;
};

/** Why an account cannot be opened with a balance; null when it can. */
export function whyNotOpened(account: OpeningAccount, hasParty: boolean, dueOn: BusinessDate | null): string | null {
  const { code, role, isGroup, archived } = account;
  const isControl = role === 'receivable' || role === 'payable';
  if (isGroup || archived) return `${code} is ${isGroup ? 'a heading' : 'archived'}.`;
  if (role === 'opening') return `${code} is what balances are opened against: it comes by itself.`;
  if (isControl && !hasParty) return `${code} is owed by somebody or to somebody: say by the party.`;
  return isControl || dueOn === null ? null : `Nothing is due on ${code}: leave the due date out.`;
}
