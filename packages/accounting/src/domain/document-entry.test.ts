import { businessDate, divideRounded } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentEntryLines } from './document-entry.ts';

/** What is sold is a credit, what is bought a debit; taxes and what is withheld are either. */
const posted = fc.record({
  accountId: fc.constantFrom('r1', 'r2', 'r3', 'vat', 'withheld'),
  amountMinor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
});
const written = fc.array(posted, { minLength: 1, maxLength: 20 });
type Written = readonly { readonly accountId: string; readonly amountMinor: bigint }[];

const sum = (lines: readonly { readonly amountMinor: bigint }[]): bigint =>
  lines.reduce((all, { amountMinor }) => all + amountMinor, 0n);
const books = { currency: 'EUR', worth: (minor: bigint) => minor, roundingAccountId: () => 'rounding' };

const entryOf = (postings: Written, more: Partial<Parameters<typeof documentEntryLines>[0]> = {}) => {
  const controlMinor = -sum(postings);
  return documentEntryLines({
    ...{ takesBack: false, currency: 'EUR', partyId: 'p', controlAccountId: 'control', controlMinor, postings, books },
    instalments: [{ dueDate: businessDate('2026-02-01'), amountMinor: controlMinor }],
    ...more,
  });
};

describe('the entry of a document', () => {
  it('balances, says what the party owes or gets, and has no empty lines', () => {
    fc.assert(
      fc.property(written, (postings) => {
        const entry = entryOf(postings);
        expect(sum(entry)).toBe(0n);
        expect(entry.every(({ amountMinor }) => amountMinor !== 0n)).toBe(true);
        expect(entry.find(({ accountId }) => accountId === 'control')?.amountMinor ?? 0n).toBe(-sum(postings));
      }),
    );
  });

  it('in another currency balances in the books, and says of each line what the document says', () => {
    fc.assert(
      fc.property(written, fc.bigInt({ min: 1n, max: 500n }), (postings, percent) => {
        const worth = (minor: bigint): bigint => divideRounded(minor * percent, 100n);
        const entry = entryOf(postings, { currency: 'USD', books: { ...books, worth } });
        expect(sum(entry)).toBe(0n);
        expect(entry.every(({ currency, amountMinor }) => currency === 'EUR' && amountMinor !== 0n)).toBe(true);
        const control = entry.find(({ accountId }) => accountId === 'control');
        expect(control?.amountMinor ?? 0n).toBe(worth(-sum(postings)));
        if (control) expect(control.transaction).toEqual({ currency: 'USD', amountMinor: -sum(postings) });
        for (const { transaction, amountMinor } of entry)
          if (transaction) expect(transaction.amountMinor > 0n).toBe(amountMinor > 0n);
        // Each amount is half a cent off at most.
        const left = entry.find(({ accountId }) => accountId === 'rounding')?.amountMinor ?? 0n;
        const cut = BigInt(postings.length + 1);
        expect(left <= cut && left >= -cut).toBe(true);
      }),
    );
  });

  it('in instalments splits the line of the party, to the cent in both currencies', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1000n, max: 10n ** 9n }), fc.bigInt({ min: 50n, max: 500n }), (total, percent) => {
        const worth = (minor: bigint): bigint => divideRounded(minor * percent, 100n);
        const third = total / 3n;
        const instalments = [third, third, total - 2n * third].map((amountMinor, index) => ({
          dueDate: businessDate(`2026-0${index + 2}-01`),
          amountMinor: -amountMinor,
        }));
        const postings = [{ accountId: 'expense', amountMinor: total }];
        const entry = entryOf(postings, { currency: 'USD', instalments, books: { ...books, worth } });
        const parts = entry.filter(({ accountId }) => accountId === 'control');
        expect(sum(parts)).toBe(worth(-total));
        expect(parts.reduce((all, { transaction }) => all + (transaction?.amountMinor ?? 0n), 0n)).toBe(-total);
      }),
    );
  });

  it('of a credit note is the mirror', () => {
    fc.assert(
      fc.property(written, (postings) => {
        const mirrored = entryOf(postings).map((line) => ({ ...line, amountMinor: -line.amountMinor }));
        expect(entryOf(postings, { takesBack: true })).toEqual(mirrored);
      }),
    );
  });
});
