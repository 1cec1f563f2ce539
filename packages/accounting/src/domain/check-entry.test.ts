import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAccounts, checkBalanced, type EntryLine, reversed } from './check-entry.ts';

const line = (amountMinor: bigint, currency = 'EUR', accountId = 'a'): EntryLine => ({
  accountId,
  partyId: null,
  description: null,
  currency,
  amountMinor,
});

describe('an entry', () => {
  it('is accepted when debits equal credits', () => {
    expect(() => checkBalanced([line(100n), line(-60n), line(-40n)])).not.toThrow();
  });

  it.each([
    ['one line', [line(0n)], 'accounting.invalid_line'],
    ['a zero line', [line(5n), line(-5n), line(0n)], 'accounting.invalid_line'],
    ['a cent too much', [line(100n), line(-99n)], 'accounting.unbalanced_entry'],
    ['balance only across currencies', [line(100n, 'EUR'), line(-100n, 'USD')], 'accounting.unbalanced_entry'],
  ])('is refused with %s', (_case, lines, code) => {
    expect(() => checkBalanced(lines)).toThrow(expect.objectContaining({ code }));
  });

  it('balances exactly when its reversal does, and both cancel out', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.bigInt({ min: -1000n, max: 1000n }).filter((value) => value !== 0n),
          { minLength: 1, maxLength: 8 },
        ),
        (amounts) => {
          const rest = -amounts.reduce((a, b) => a + b, 0n);
          fc.pre(rest !== 0n);
          const lines = [...amounts, rest].map((amount) => line(amount));
          checkBalanced(lines);
          checkBalanced(reversed(lines));
          const sum = [...lines, ...reversed(lines)].reduce((total, each) => total + each.amountMinor, 0n);
          expect(sum).toBe(0n);
        },
      ),
    );
  });

  it('is refused on headings, archived and unknown accounts, and says which lines', () => {
    const accounts = new Map([
      ['a', { id: 'a', code: '1', isGroup: false, archived: false }],
      ['g', { id: 'g', code: '2', isGroup: true, archived: false }],
      ['x', { id: 'x', code: '3', isGroup: false, archived: true }],
    ]);
    const refused = (ids: string[]) => () =>
      checkAccounts(
        ids.map((accountId) => ({ accountId })),
        accounts,
      );
    expect(refused(['a', 'a'])).not.toThrow();
    expect(refused(['a', 'g'])).toThrow(expect.objectContaining({ code: 'accounting.account_takes_no_postings' }));
    expect(refused(['x', 'a'])).toThrow(expect.objectContaining({ code: 'accounting.account_takes_no_postings' }));
    expect(refused(['a', 'u'])).toThrow(
      expect.objectContaining({
        code: 'accounting.unknown_account',
        details: { errors: [expect.objectContaining({ pointer: '/lines/1/accountId' })] },
      }),
    );
  });
});
