import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountType } from './chart.ts';
import { closingLines } from './closing-lines.ts';

const moved = (accountId: string, type: AccountType, debitMinor: bigint, creditMinor: bigint) => ({
  accountId,
  type,
  debitMinor,
  creditMinor,
});

describe('the closing entry of a year', () => {
  it('takes a profit to retained earnings and leaves assets, liabilities and equity alone', () => {
    const movements = [moved('sales', 'income', 0n, 1000n), moved('rent', 'expense', 300n, 0n), moved('bank', 'asset', 700n, 0n)];
    expect(closingLines(movements, 'earnings')).toEqual({
      resultMinor: 700n,
      lines: [
        { accountId: 'sales', amountMinor: 1000n },
        { accountId: 'rent', amountMinor: -300n },
        { accountId: 'earnings', amountMinor: -700n },
      ],
    });
  });

  it('has a loss on the other side, and nothing for earnings where there is none', () => {
    expect(closingLines([moved('rent', 'expense', 300n, 0n)], 'earnings').lines).toContainEqual({
      accountId: 'earnings',
      amountMinor: 300n,
    });
    expect(closingLines([moved('sales', 'income', 0n, 5n), moved('rent', 'expense', 5n, 0n)], 'earnings').lines).toHaveLength(2);
    expect(closingLines([moved('sales', 'income', 5n, 5n), moved('bank', 'asset', 9n, 0n)], 'earnings').lines).toEqual([]);
  });

  it('balances, and empties what it closes, whatever moved', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const type = fc.constantFrom<AccountType>('asset', 'liability', 'equity', 'income', 'expense');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, amount, amount)), (rows) => {
        const movements = rows.map(([kind, debit, credit], index) => moved(String(index), kind, debit, credit));
        const { lines } = closingLines(movements, 'earnings');
        expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
        for (const { accountId, amountMinor } of lines) {
          expect(amountMinor).not.toBe(0n);
          const { debitMinor = 0n, creditMinor = 0n } = movements[Number(accountId)] ?? {};
          if (accountId !== 'earnings') expect(debitMinor - creditMinor + amountMinor).toBe(0n);
        }
      }),
    );
  });
});
