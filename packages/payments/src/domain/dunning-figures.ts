import { type MoneyJson, moneyJson } from '@atlas/kernel';
import type { DunningFigure } from './dunning-letter.ts';

/** What is open with a customer beside the items that they are reminded of. */
export type OtherOpen = {
  readonly currency: string;
  /** Fees of earlier reminders. */
  readonly feesMinor: bigint;
  /** Credits, negative. */
  readonly creditMinor: bigint;
};

export type OverdueItem = { readonly currency: string; readonly openMinor: bigint };

const none = { feesMinor: 0n, creditMinor: 0n };

const overdueIn = (items: readonly OverdueItem[], currency: string): bigint =>
  items.reduce((sum, item) => (item.currency === currency ? sum + item.openMinor : sum), 0n);

/** The items of the currencies in which something is owed after what the customer has to their credit is set off. */
export function stillOwed<I extends OverdueItem>(items: readonly I[], others: readonly OtherOpen[]): I[] {
  const credit = new Map(others.map(({ currency, creditMinor }) => [currency, creditMinor]));
  return items.filter(({ currency }) => overdueIn(items, currency) + (credit.get(currency) ?? 0n) > 0n);
}

/** What a reminder says is owed, by currency; its own fee is in the currency of the books. */
export function figuresOf(
  items: readonly OverdueItem[],
  others: readonly OtherOpen[],
  fee: { readonly currency: string; readonly minor: bigint },
): DunningFigure[] {
  const currencies = new Set(items.map(({ currency }) => currency));
  if (fee.minor > 0n) currencies.add(fee.currency);
  return [...currencies].sort().map((currency) => {
    const { feesMinor, creditMinor } = others.find((other) => other.currency === currency) ?? none;
    const [overdue, own] = [overdueIn(items, currency), currency === fee.currency ? fee.minor : 0n];
    const money = (minor: bigint): MoneyJson => moneyJson(minor, currency);
    return {
      overdue: money(overdue),
      fees: money(feesMinor),
      credit: money(creditMinor),
      fee: money(own),
      total: money(overdue + feesMinor + creditMinor + own),
    };
  });
}
