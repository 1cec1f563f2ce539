import { type AccountType, isDebitNormal } from './chart.ts';
import type { AccountMovement } from './statements.ts';

/** What moved on an account for a value: debits less credits. */
export type ValueMovement = { readonly accountId: string; readonly valueId: string; readonly minor: bigint };

export type BrokenDown = {
  readonly account: Omit<AccountMovement, 'debitMinor' | 'creditMinor'>;
  readonly totalMinor: bigint;
  /** In order of the columns. */
  readonly amountsMinor: readonly bigint[];
};

const isResult = (type: AccountType): boolean => type === 'income' || type === 'expense';
const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/**
 * Accounts by value. What an account has beyond its values names none and comes last, unless only a part is asked for.
 *
 * @param columns the values, in order
 * @param isPart whether the report is of one value: then an account is what the columns have
 */
export function breakDown(
  movements: readonly AccountMovement[],
  byValue: readonly ValueMovement[],
  columns: readonly string[],
  { isPart, onlyResult }: { readonly isPart: boolean; readonly onlyResult: boolean },
): BrokenDown[] {
  const minor = new Map(byValue.map((each) => [`${each.accountId} ${each.valueId}`, each.minor]));
  return movements.flatMap(({ debitMinor, creditMinor, ...account }): BrokenDown[] => {
    if (onlyResult && !isResult(account.type)) return [];
    const named = columns.map((valueId) => minor.get(`${account.accountId} ${valueId}`) ?? 0n);
    const all = isPart ? sum(named) : debitMinor - creditMinor;
    const amounts = isPart ? named : [...named, all - sum(named)];
    if (all === 0n && amounts.every((amount) => amount === 0n)) return [];
    // The result is told as it stands, positive on the natural side; a balance as debits less credits.
    const sign = onlyResult && !isDebitNormal(account.type) ? -1n : 1n;
    return [{ account, totalMinor: sign * all, amountsMinor: amounts.map((amount) => sign * amount) }];
  });
}

/** The sum of a column: the result (income less expenses), or debits less credits. */
export function columnTotal(rows: readonly BrokenDown[], amountOf: (row: BrokenDown) => bigint, onlyResult: boolean): bigint {
  return sum(rows.map((row) => (onlyResult && row.account.type === 'expense' ? -amountOf(row) : amountOf(row))));
}
