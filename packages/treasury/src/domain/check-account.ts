import { AtlasError } from '@atlas/kernel';

/** A number that begins as an IBAN does: country and two digits. */
export const looksLikeIban = (number: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{7,}$/.test(number);

/** What a ledger account must be for a bank account to stand for it. */
export type LedgerAccountFacts = {
  readonly type: string;
  readonly role: string | null;
  readonly isGroup: boolean;
  readonly isArchived: boolean;
};

/**
 * Money at a bank is an asset, and what a credit card owes a liability; no account that stands for something else will do.
 *
 * @throws AtlasError `treasury.unknown_ledger_account`
 */
export function checkLedgerAccount(account: LedgerAccountFacts | null): void {
  const fault = !account
    ? 'There is no such account in the chart.'
    : account.isGroup || account.isArchived
      ? 'The account of the chart takes no postings.'
      : account.type !== 'asset' && account.type !== 'liability'
        ? 'A bank account stands for an asset, or for what a card owes.'
        : account.role !== null && account.role !== 'bank' && account.role !== 'cash'
          ? 'The account of the chart stands for something else.'
          : null;
  if (fault !== null) throw new AtlasError('treasury.unknown_ledger_account', fault);
}
