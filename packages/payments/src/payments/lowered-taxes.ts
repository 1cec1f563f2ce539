import type { TaxedSource } from '@atlas/tax';
import type { LoweredTax, SettledItem } from './prepare-items.ts';

type About = {
  /** The payment, or the entry that took it back. */
  readonly sourceId: string;
  readonly ledger: string;
  readonly date: string;
  readonly currency: string;
  readonly entryId: string;
  value(minor: bigint): bigint;
};

/** What early discounts take off the taxes of documents, as the tax report counts it: a row a tax. */
export function taxesLowered(items: readonly SettledItem[], { value, ...about }: About): TaxedSource {
  const byTax = new Map<string, LoweredTax & { baseMinor: bigint }>();
  for (const { discount } of items) {
    for (const tax of discount?.lowered ?? []) {
      const kept = byTax.get(tax.taxId);
      const base = discount?.netMinor ?? 0n;
      const sums = { amountMinor: (kept?.amountMinor ?? 0n) + tax.amountMinor, baseMinor: (kept?.baseMinor ?? 0n) + base };
      byTax.set(tax.taxId, { ...tax, ...sums });
    }
  }
  const taxes = [...byTax.values()].map(({ taxId, value: rate, accountId, amountMinor, baseMinor }) => ({
    ...{ taxId, operation: 'domestic' as const, value: rate, accountId, contraAccountId: null, amountMinor, baseMinor },
    books: { baseMinor: value(baseMinor), amountMinor: value(amountMinor) },
  }));
  const direction = about.ledger === 'receivable' ? ('sale' as const) : ('purchase' as const);
  const { sourceId, date, currency, entryId } = about;
  return { sourceKind: 'payments.payment', sourceId, direction, date, currency, takesBack: true, entryId, taxes };
}
