import { assert } from '@atlas/kernel';
import { type AccountAmounts, accountLine, type ChartNode, type SheetLine, said, sumsOf } from './statement-lines.ts';
import { type Books, less, otherLines, resultOf, type Sheet } from './statement-sheets.ts';

/** What the movements of an account are in a cash flow. */
export type CashFlowClass = 'cash' | 'non_cash' | 'operating' | 'investing' | 'financing';

const cashRoles: ReadonlySet<string | null> = new Set(['cash', 'bank']);

const isOfResult = ({ type }: ChartNode): boolean => type === 'income' || type === 'expense';

/** Income and expenses are earned by operating unless they belong to an investment or to how it was paid. */
export const fitsCashFlow = (type: ChartNode['type'], given: CashFlowClass): boolean =>
  (type !== 'income' && type !== 'expense') || given === 'operating' || given === 'investing' || given === 'financing';

/**
 * The class of an account: its own, that of the nearest heading above it which has one, or what its role and its type
 * suggest: money is cash, equity finances, everything else is working capital.
 */
export function cashFlowOf(account: ChartNode, chart: ReadonlyMap<string, ChartNode>): CashFlowClass {
  for (let each: ChartNode | undefined = account; each; each = each.parentId === null ? undefined : chart.get(each.parentId)) {
    if (each.cashFlow !== null) return each.cashFlow as CashFlowClass;
    if (each === account && cashRoles.has(account.role)) return 'cash';
  }
  return account.type === 'equity' ? 'financing' : 'operating';
}

/** Balances of all accounts before the first and on the last day of each column. */
export type CashBooks = Books & { readonly opening: Books['columns']; readonly closing: Books['columns'] };

const sum = (balances: ReadonlyMap<string, bigint>, accounts: readonly ChartNode[]): bigint =>
  accounts.reduce((total, { id }) => total + (balances.get(id) ?? 0n), 0n);

/**
 * The indirect cash flow: the result, without what was no money in it, with what working capital took or gave, what was
 * invested and what was financed. Debits equal credits, so all of it together is the change of cash; of some lines of entries
 * only, with what their other lines hold.
 */
export function cashFlowSheet(books: CashBooks): Sheet {
  const { chart, columns } = books;
  const classed = [...chart.values()].map((account) => ({ account, as: cashFlowOf(account, chart) }));
  const amounts = (account: ChartNode, sign: bigint) => columns.map((balances) => sign * (balances.get(account.id) ?? 0n));
  const rowsOf = (wanted: (account: ChartNode, as: CashFlowClass) => boolean, sign: bigint): AccountAmounts[] =>
    classed
      .filter(({ account, as }) => wanted(account, as))
      .map(({ account }) => ({ account, amounts: amounts(account, sign) }))
      .filter((row) => row.amounts.some((amount) => amount !== 0n));
  const flowOf = (as: CashFlowClass) => rowsOf((account, own) => own === as && !(as === 'operating' && isOfResult(account)), -1n);
  const elsewhere = rowsOf((account, as) => isOfResult(account) && as !== 'operating', 1n);
  const profit = said('item', 'profit', 1, resultOf(books));
  const operating = [
    profit,
    ...partOf('non_cash', [...flowOf('non_cash'), ...elsewhere]),
    ...partOf('working_capital', flowOf('operating')),
  ];
  const sections = [
    sectionOf('operating', operating, columns.length),
    sectionOf('investing', linesOf('investing', flowOf('investing'), 1), columns.length),
    sectionOf('financing', linesOf('financing', flowOf('financing'), 1), columns.length),
  ];
  const flows = sumsOf(
    sections.map(({ total }) => total),
    columns.length,
  );
  const cash = classed.filter(({ as }) => as === 'cash').map(({ account }) => account);
  const [start, end] = [books.opening, books.closing].map((all) => all.map((balances) => sum(balances, cash)));
  const change = less(end ?? [], start ?? []);
  const others = otherLines(books, less(change, flows));
  assert(
    books.isPart || change.every((amount, index) => amount === flows[index]),
    'the flows of a period are the change of its cash',
  );
  const totals = [
    ...others,
    said('total', 'net_change', 0, change),
    said('item', 'cash_at_start', 0, start),
    said('grand', 'cash_at_end', 0, end),
  ];
  return { figures: 1, lines: [...sections.flatMap(({ lines }) => lines), ...totals] };
}

const linesOf = (part: string, rows: readonly AccountAmounts[], level: number): SheetLine[] =>
  rows.map((row) => accountLine(row, level, `${part}-`));

const partOf = (label: string, rows: readonly AccountAmounts[]): SheetLine[] =>
  rows.length === 0 ? [] : [said('heading', label, 1), ...linesOf(label, rows, 2)];

function sectionOf(label: string, lines: readonly SheetLine[], width: number): { lines: SheetLine[]; total: bigint[] } {
  const total = sumsOf(
    lines.map(({ amounts }) => amounts ?? []),
    width,
  );
  return { total, lines: [said('section', label, 0), ...lines, said('total', `total_${label}`, 0, total)] };
}
