import { AtlasError } from '@atlas/kernel';
import type { TaxOperation } from './tax.ts';

/** Whether we sell or buy: the same tax is owed in one case and claimed in the other. */
export type Direction = 'sale' | 'purchase';

/** What one tax of a document comes to, and the accounts that it says itself. */
export type TaxToPost = {
  readonly taxId: string;
  readonly operation: TaxOperation;
  readonly amountMinor: bigint;
  readonly salesAccountId: string | null;
  readonly purchaseAccountId: string | null;
};

/** Where a tax of a document is posted; `contraAccountId` is the other side of a reverse charge. */
export type TaxAccounts = { readonly accountId: string | null; readonly contraAccountId: string | null };

/** The account of the chart that stands for a tax which names none. */
export type AccountFor = (role: 'output_tax' | 'input_tax') => string;

/**
 * Where a tax is posted. Reverse charged, a seller owes nothing and a buyer owes and claims the same; what is withheld has no
 * account that every chart has, so the tax names it; what is exempt is nothing.
 *
 * @throws AtlasError `tax.no_account`, and as `accountFor`
 */
function accountsOf(tax: TaxToPost, direction: Direction, accountFor: AccountFor): TaxAccounts {
  const { operation, salesAccountId, purchaseAccountId } = tax;
  const own = direction === 'sale' ? salesAccountId : purchaseAccountId;
  const nowhere: TaxAccounts = { accountId: null, contraAccountId: null };
  if (operation === 'exempt' || (operation === 'reverse_charge' && direction === 'sale')) return nowhere;
  if (operation === 'withholding') {
    if (own === null)
      throw new AtlasError('tax.no_account', 'Say where this tax is posted: what is withheld has an account of its own.');
    return { accountId: own, contraAccountId: null };
  }
  const accountId = own ?? accountFor(direction === 'sale' ? 'output_tax' : 'input_tax');
  if (operation === 'domestic') return { accountId, contraAccountId: null };
  return { accountId, contraAccountId: salesAccountId ?? accountFor('output_tax') };
}

/** The taxes of a document with the accounts that they are posted to. What is posted nowhere comes to nothing for us. */
export const placed = <T extends TaxToPost>(
  taxes: readonly T[],
  direction: Direction,
  accountFor: AccountFor,
): (T & TaxAccounts)[] =>
  taxes.map((tax) => {
    const accounts = accountsOf(tax, direction, accountFor);
    return { ...tax, ...accounts, amountMinor: accounts.accountId === null ? 0n : tax.amountMinor };
  });

/** What an account of a tax is posted: debit positive. */
export type TaxPosting = { readonly accountId: string; readonly amountMinor: bigint };

type Posted = TaxAccounts & { readonly operation: TaxOperation; readonly amountMinor: bigint };

/** What a document posts for one of its taxes, before a credit note turns it round. */
export function postingsOf({ operation, amountMinor, accountId, contraAccountId }: Posted, direction: Direction): TaxPosting[] {
  if (accountId === null) return [];
  // What we owe is a credit, what we claim a debit; what is withheld is the other way round.
  const owed = (direction === 'sale') !== (operation === 'withholding');
  const posted = { accountId, amountMinor: owed ? -amountMinor : amountMinor };
  return contraAccountId === null ? [posted] : [posted, { accountId: contraAccountId, amountMinor: -posted.amountMinor }];
}
