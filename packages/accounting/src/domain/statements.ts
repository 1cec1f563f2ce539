import { type AccountType, isDebitNormal } from './chart.ts';

/** What moved on an account: minor units, debit minus credit is its balance. */
export type AccountMovement = {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};

export type StatementRow = Omit<AccountMovement, 'debitMinor' | 'creditMinor'> & { readonly amountMinor: bigint };

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** Each account with its balance on the side where it stands; accounts in balance are left out. */
export function trialBalanceOf(movements: readonly AccountMovement[]) {
  const rows = movements.flatMap(({ debitMinor, creditMinor, ...account }) => {
    const balance = debitMinor - creditMinor;
    return balance === 0n
      ? []
      : [{ ...account, debitMinor: balance > 0n ? balance : 0n, creditMinor: balance < 0n ? -balance : 0n }];
  });
  return {
    rows,
    totalDebitMinor: sum(rows.map((row) => row.debitMinor)),
    totalCreditMinor: sum(rows.map((row) => row.creditMinor)),
  };
}

/** Rows of some account types, positive on the natural side of each. */
function section(movements: readonly AccountMovement[], ...types: AccountType[]): StatementRow[] {
  return movements
    .filter(({ type }) => types.includes(type))
    .map(({ debitMinor, creditMinor, ...account }) => ({
      ...account,
      amountMinor: isDebitNormal(account.type) ? debitMinor - creditMinor : creditMinor - debitMinor,
    }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
}

const total = (rows: readonly StatementRow[]): bigint => sum(rows.map((row) => row.amountMinor));

/** Income less expenses. */
export function profitAndLossOf(movements: readonly AccountMovement[]) {
  const income = section(movements, 'income');
  const expenses = section(movements, 'expense');
  const [totalIncomeMinor, totalExpensesMinor] = [total(income), total(expenses)];
  return { income, expenses, totalIncomeMinor, totalExpensesMinor, profitMinor: totalIncomeMinor - totalExpensesMinor };
}

/** Assets = liabilities + equity + the result that is not closed to equity yet. */
export function balanceSheetOf(movements: readonly AccountMovement[]) {
  const [assets, liabilities, equity] = [
    section(movements, 'asset'),
    section(movements, 'liability'),
    section(movements, 'equity'),
  ];
  const resultMinor = profitAndLossOf(movements).profitMinor;
  return {
    assets,
    liabilities,
    equity,
    resultMinor,
    totalAssetsMinor: total(assets),
    totalLiabilitiesMinor: total(liabilities),
    totalEquityMinor: total(equity) + resultMinor,
  };
}
