import type { AccountType } from './chart.ts';
import { isDebitNormal } from './chart.ts';
import { type AccountAmounts, type ChartNode, type SheetLine, said, sumsOf, treeLines } from './statement-lines.ts';

/** What moved on accounts in one column, by their ids: debit less credit. */
export type Balances = ReadonlyMap<string, bigint>;

/** A statement before it is told: `figures` says how many figures each column has. */
export type Sheet = { readonly figures: 1 | 2; readonly lines: readonly SheetLine[] };

export type Books = {
  readonly chart: ReadonlyMap<string, ChartNode>;
  readonly columns: readonly Balances[];
  /** Whether some lines of entries are left out: then debits need not equal credits. */
  readonly isPart?: boolean;
};

const isAnything = ({ amounts }: AccountAmounts): boolean => amounts.some((amount) => amount !== 0n);

/** Accounts of a type with anything in any column, positive on the natural side of each. */
function natural({ chart, columns }: Books, type: AccountType): AccountAmounts[] {
  const sign = isDebitNormal(type) ? 1n : -1n;
  return [...chart.values()]
    .filter((account) => account.type === type)
    .map((account) => ({ account, amounts: columns.map((balances) => sign * (balances.get(account.id) ?? 0n)) }))
    .filter(isAnything);
}

/** One section: its name, its accounts in their tree, what belongs to no account, and its total. */
function section(books: Books, type: AccountType, extra: readonly SheetLine[] = []): { lines: SheetLine[]; total: bigint[] } {
  const width = books.columns.length;
  const rows = natural(books, type);
  const total = sumsOf([...rows.map(({ amounts }) => amounts), ...extra.map(({ amounts }) => amounts ?? [])], width);
  if (rows.length + extra.length === 0) return { lines: [], total };
  const lines = [said('section', type, 0), ...treeLines(rows, books.chart, width), ...extra];
  return { lines: [...lines, said('total', `total_${type}`, 0, total)], total };
}

export const less = (a: readonly bigint[], b: readonly bigint[]): bigint[] => a.map((amount, index) => amount - (b[index] ?? 0n));

/** Income less expenses, column by column. */
export const resultOf = ({ chart, columns }: Books): bigint[] =>
  columns.map((balances) =>
    [...balances].reduce((sum, [id, balance]) => {
      const type = chart.get(id)?.type;
      return type === 'income' || type === 'expense' ? sum - balance : sum;
    }, 0n),
  );

/** What the lines hold that are left out of the entries told of. */
export const otherLines = ({ isPart = false }: Books, amounts: readonly bigint[]): SheetLine[] =>
  isPart && amounts.some((amount) => amount !== 0n) ? [said('item', 'other_lines', 1, amounts)] : [];

/** What was earned and what was spent. */
export function profitAndLossSheet(books: Books): Sheet {
  const [income, expenses] = [section(books, 'income'), section(books, 'expense')];
  const profit = said('grand', 'profit', 0, less(income.total, expenses.total));
  return { figures: 1, lines: [...income.lines, ...expenses.lines, profit] };
}

/** What is owned and owed; what was earned and is not closed to equity yet stands with equity. */
export function balanceSheetSheet(books: Books): Sheet {
  const result = resultOf(books);
  const earned = result.some((amount) => amount !== 0n) ? [said('item', 'result', 1, result)] : [];
  const [assets, debts, equity] = [section(books, 'asset'), section(books, 'liability'), section(books, 'equity', earned)];
  const both = sumsOf([debts.total, equity.total], books.columns.length);
  const others = otherLines(books, less(assets.total, both));
  const sum = sumsOf([both, ...others.map(({ amounts }) => amounts ?? [])], books.columns.length);
  const lines = [...assets.lines, ...debts.lines, ...equity.lines, ...others];
  return { figures: 1, lines: [...lines, said('grand', 'liabilities_and_equity', 0, sum)] };
}

const types: readonly AccountType[] = ['asset', 'liability', 'equity', 'income', 'expense'];

/** Every account with its balance on the side where it stands: two figures a column. */
export function trialBalanceSheet({ chart, columns }: Books): Sheet {
  const width = columns.length * 2;
  const rows = [...chart.values()]
    .map((account) => ({
      account,
      amounts: columns.flatMap((balances) => {
        const balance = balances.get(account.id) ?? 0n;
        return balance > 0n ? [balance, 0n] : [0n, -balance];
      }),
    }))
    .filter(isAnything);
  const sections = types.flatMap((type) => {
    const own = rows.filter(({ account }) => account.type === type);
    return own.length === 0 ? [] : [said('section', type, 0), ...treeLines(own, chart, width)];
  });
  const total = sumsOf(
    rows.map(({ amounts }) => amounts),
    width,
  );
  return { figures: 2, lines: [...sections, said('grand', 'total', 0, total)] };
}
