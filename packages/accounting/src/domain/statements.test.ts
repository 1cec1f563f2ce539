import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountType } from './chart.ts';
import { type AccountMovement, balanceSheetOf, profitAndLossOf, trialBalanceOf } from './statements.ts';

const types: AccountType[] = ['asset', 'liability', 'equity', 'income', 'expense'];

/** Movements of random entries over ten accounts, two of each type: balanced by construction. */
const movements = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9), fc.bigInt({ min: 1n, max: 10n ** 9n })), { maxLength: 60 })
  .map((entries) => {
    const accounts = Array.from({ length: 10 }, (_, index) => ({
      accountId: String(index),
      code: String(index),
      name: `Account ${index}`,
      type: types[index % 5] as AccountType,
      debitMinor: 0n,
      creditMinor: 0n,
    }));
    for (const [debit, credit, amount] of entries) {
      (accounts[debit] as { debitMinor: bigint }).debitMinor += amount;
      (accounts[credit] as { creditMinor: bigint }).creditMinor += amount;
    }
    return accounts satisfies AccountMovement[];
  });

describe('statements', () => {
  it('a trial balance of balanced entries has equal totals', () => {
    fc.assert(
      fc.property(movements, (all) => {
        const { totalDebitMinor, totalCreditMinor } = trialBalanceOf(all);
        expect(totalDebitMinor).toBe(totalCreditMinor);
      }),
    );
  });

  it('a balance sheet balances, and carries the profit of the statement', () => {
    fc.assert(
      fc.property(movements, (all) => {
        const sheet = balanceSheetOf(all);
        expect(sheet.totalAssetsMinor).toBe(sheet.totalLiabilitiesMinor + sheet.totalEquityMinor);
        expect(sheet.resultMinor).toBe(profitAndLossOf(all).profitMinor);
      }),
    );
  });

  it('shows income and liabilities as positive figures', () => {
    const sale: AccountMovement[] = [
      { accountId: '1', code: '1100', name: 'Receivables', type: 'asset', debitMinor: 119n, creditMinor: 0n },
      { accountId: '2', code: '4010', name: 'Sales', type: 'income', debitMinor: 0n, creditMinor: 100n },
      { accountId: '3', code: '2200', name: 'Output tax', type: 'liability', debitMinor: 0n, creditMinor: 19n },
    ];
    expect(profitAndLossOf(sale).income[0]?.amountMinor).toBe(100n);
    expect(balanceSheetOf(sale).liabilities[0]?.amountMinor).toBe(19n);
  });
});
