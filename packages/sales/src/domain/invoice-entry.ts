/** What an invoice posts: accounts and signed minor units (debit positive). */
export type InvoicePosting = {
  readonly kind: 'invoice' | 'credit_note';
  readonly currency: string;
  readonly customerId: string;
  readonly receivableAccountId: string;
  readonly taxAccountId: string;
  readonly lines: readonly { readonly revenueAccountId: string; readonly netMinor: bigint; readonly taxMinor: bigint }[];
};

export type PostedLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: null;
  readonly currency: string;
  readonly amountMinor: bigint;
};

/**
 * Debits the customer with the gross, credits each revenue account with its net and the tax account with the tax; a
 * credit note the other way round. Lines of zero are left out; a document of zero posts nothing.
 */
export function invoiceEntryLines({
  kind,
  currency,
  customerId,
  receivableAccountId,
  taxAccountId,
  lines,
}: InvoicePosting): PostedLine[] {
  const sign = kind === 'invoice' ? 1n : -1n;
  const credits = new Map<string, bigint>();
  for (const { revenueAccountId, netMinor, taxMinor } of lines) {
    credits.set(revenueAccountId, (credits.get(revenueAccountId) ?? 0n) + netMinor);
    credits.set(taxAccountId, (credits.get(taxAccountId) ?? 0n) + taxMinor);
  }
  const gross = [...credits.values()].reduce((sum, amount) => sum + amount, 0n);
  const line = (accountId: string, partyId: string | null, amountMinor: bigint): PostedLine => ({
    accountId,
    partyId,
    description: null,
    currency,
    amountMinor,
  });
  const all = [
    line(receivableAccountId, customerId, sign * gross),
    ...[...credits].map(([account, amount]) => line(account, null, -sign * amount)),
  ];
  return all.filter(({ amountMinor }) => amountMinor !== 0n);
}
