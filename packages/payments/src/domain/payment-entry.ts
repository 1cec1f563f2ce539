import { AtlasError } from '@atlas/kernel';
import type { DiscountParts } from './early-discount.ts';

export type Direction = 'in' | 'out';

/** What a payment posts, in minor units of its currency, all positive. */
export type PaymentPosting = {
  readonly direction: Direction;
  readonly partyId: string;
  readonly amountMinor: bigint;
  /** Discounts that are taken with it. */
  readonly discounts: readonly DiscountParts[];
  /** What is written off with it; negative where too much was paid. */
  readonly writtenOffMinor: bigint;
  readonly accounts: {
    readonly money: string;
    readonly control: string;
    discount(): string;
    writeOff(): string;
  };
  readonly currency: string;
  readonly booksCurrency: string;
  /** The value of an amount of the payment's currency in the books. */
  inBooks(minor: bigint): bigint;
};

/** A line of the entry: debit positive, credit negative, in minor units of the currency of the books. */
export type PaymentLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: null;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** In the currency of the payment, where that is another. */
  readonly transaction: { readonly currency: string; readonly amountMinor: bigint } | null;
};

type Part = { readonly accountId: string; readonly amountMinor: bigint };

function partsOf({ amountMinor, discounts, writtenOffMinor, accounts }: PaymentPosting): Part[] {
  const parts: Part[] = [{ accountId: accounts.money, amountMinor }];
  for (const { netMinor, taxes } of discounts) parts.push({ accountId: accounts.discount(), amountMinor: netMinor }, ...taxes);
  if (writtenOffMinor !== 0n) parts.push({ accountId: accounts.writeOff(), amountMinor: writtenOffMinor });
  const byAccount = new Map<string, bigint>();
  for (const { accountId, amountMinor: minor } of parts) byAccount.set(accountId, (byAccount.get(accountId) ?? 0n) + minor);
  return [...byAccount]
    .map(([accountId, minor]) => ({ accountId, amountMinor: minor }))
    .filter(({ amountMinor: minor }) => minor !== 0n);
}

/** What a payment settles in all: the money, what is taken off and what is written off. */
export const settledBy = ({ amountMinor, discounts, writtenOffMinor }: PaymentPosting): bigint =>
  discounts.reduce(
    (sum, { netMinor, taxes }) => taxes.reduce((all, tax) => all + tax.amountMinor, sum + netMinor),
    amountMinor + writtenOffMinor,
  );

/**
 * The entry of a payment: the control account first, then the money, discounts with their taxes, and what is written off.
 * Each line is valued in the books by itself; the control account takes their sum.
 *
 * @throws AtlasError `payments.nothing_to_settle`
 */
export function paymentLines(posting: PaymentPosting): PaymentLine[] {
  const { direction, partyId, currency, booksCurrency, accounts } = posting;
  const sign = direction === 'in' ? 1n : -1n;
  const foreign = currency !== booksCurrency;
  const line = (accountId: string, minor: bigint, base: bigint, party: string | null): PaymentLine => ({
    accountId,
    partyId: party,
    description: null,
    currency: booksCurrency,
    amountMinor: sign * base,
    transaction: foreign ? { currency, amountMinor: sign * minor } : null,
  });
  const parts = partsOf(posting)
    .map((part) => ({ ...part, base: posting.inBooks(part.amountMinor) }))
    .filter(({ base }) => base !== 0n);
  const base = parts.reduce((sum, part) => sum + part.base, 0n);
  const settled = settledBy(posting);
  if (settled <= 0n || base <= 0n) throw new AtlasError('payments.nothing_to_settle', 'The payment settles nothing.');
  return [
    line(accounts.control, -settled, -base, partyId),
    ...parts.map(({ accountId, amountMinor, base: value }) => line(accountId, amountMinor, value, null)),
  ];
}
