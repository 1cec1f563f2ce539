import type { AccountType } from './chart.ts';

type Moved = {
  readonly accountId: string;
  readonly type: AccountType;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};
type ClosingLine = { readonly accountId: string; readonly amountMinor: bigint };

/**
 * The lines that empty the income and expense accounts of a year into retained earnings, and the result: positive is a profit.
 * No lines where nothing is left on any of them.
 */
export function closingLines(
  movements: readonly Moved[],
  retainedEarnings: string,
): { readonly lines: readonly ClosingLine[]; readonly resultMinor: bigint } {
  const emptied = movements.flatMap(({ accountId, type, debitMinor, creditMinor }) => {
    const amountMinor = creditMinor - debitMinor;
    return (type === 'income' || type === 'expense') && amountMinor !== 0n ? [{ accountId, amountMinor }] : [];
  });
  const resultMinor = emptied.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const rest = resultMinor === 0n ? [] : [{ accountId: retainedEarnings, amountMinor: -resultMinor }];
  return { lines: [...emptied, ...rest], resultMinor };
}
