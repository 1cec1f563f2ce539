import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMatch, type Sides } from './compose-match.ts';

const item = (entryId: string, amountMinor: bigint, partyId = 'p') => ({
  key: { entryId, position: 1 },
  accountId: 'receivable',
  partyId,
  amountMinor,
});
const sides = (more: Partial<Sides>): Sides => ({ movements: [], ledgerMinor: 0n, items: [], splits: [], ...more });
const movement = (amountMinor: bigint) => ({ amountMinor, text: 'x' });

describe('the entry of a match', () => {
  it('has a line for each movement and one for each party, and settles the credit note first', () => {
    const given = sides({
      movements: [movement(60n), movement(25n)],
      items: [item('invoice', 100n), item('note', -15n)],
    });
    const { lines, bankLineCount, pairs } = composeMatch(given, 'bank', 'new');
    expect(lines.map(({ accountId, amountMinor }) => [accountId, amountMinor])).toEqual([
      ['bank', 60n],
      ['bank', 25n],
      ['receivable', -85n],
    ]);
    expect(bankLineCount).toBe(2);
    expect(pairs.map(({ debit, credit, debitMinor }) => [debit.entryId, credit.entryId, debitMinor])).toEqual([
      ['invoice', 'note', 15n],
      ['invoice', 'new', 85n],
    ]);
  });

  it('posts nothing for what the ledger has, and only the rest where a part of it is there', () => {
    expect(composeMatch(sides({ movements: [movement(100n)], ledgerMinor: 100n }), 'bank', 'new').lines).toEqual([]);
    const split = { accountId: 'charges', partyId: null, description: null, amountMinor: -2n };
    const { lines } = composeMatch(sides({ movements: [movement(98n)], ledgerMinor: 100n, splits: [split] }), 'bank', 'new');
    expect(lines.map(({ accountId, amountMinor }) => [accountId, amountMinor])).toEqual([
      ['bank', -2n],
      ['charges', 2n],
    ]);
  });

  it('is refused when the sides differ, with the difference', () => {
    const given = sides({ movements: [movement(100n)], items: [item('a', 90n)] });
    expect(() => composeMatch(given, 'bank', 'new')).toThrow(
      expect.objectContaining({ code: 'treasury.match_differs', details: expect.objectContaining({ differenceMinor: '10' }) }),
    );
  });

  it('balances and settles each item by what is said, whatever is matched', () => {
    const amount = fc.bigInt({ min: -5000n, max: 5000n }).filter((minor) => minor !== 0n);
    const several = fc.array(fc.tuple(amount, fc.constantFrom('p', 'q', 'r')), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(several, (items) => {
        const given = items.map(([minor, party], index) => item(`e${index}`, minor, party));
        const total = given.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        const { lines, pairs } = composeMatch(sides({ movements: [movement(total)], items: given }), 'bank', 'new');
        expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
        for (const { key, amountMinor } of given) {
          const debit = pairs.filter((pair) => pair.debit === key).reduce((sum, { debitMinor }) => sum + debitMinor, 0n);
          const credit = pairs.filter((pair) => pair.credit === key).reduce((sum, { creditMinor }) => sum + creditMinor, 0n);
          expect(debit - credit).toBe(amountMinor);
        }
      }),
    );
  });
});
