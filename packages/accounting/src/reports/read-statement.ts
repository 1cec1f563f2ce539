import type { Input } from '@atlas/contract';
import { AtlasError, addDays, type Period } from '@atlas/kernel';
import { query, type TenantTx } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readStatement as route, type statementLabels } from '../contract/statements.ts';
import { untilDay } from '../domain/balance-spans.ts';
import { cashFlowSheet } from '../domain/cash-flow.ts';
import { cellsOf, columnsOf } from '../domain/statement-cells.ts';
import { type Span, spansOfColumns } from '../domain/statement-columns.ts';
import { balanceSheetSheet, profitAndLossSheet, type Sheet, trialBalanceSheet } from '../domain/statement-sheets.ts';
import { balancesIn } from './balances.repository.ts';
import { loadChart } from './chart.repository.ts';
import { type ColumnValue, columnsByValue } from './columns-by-value.ts';
import { knownUntil } from './known-until.ts';
import type { LedgerView } from './ledger-view.ts';
import { lineFilter } from './line-filter.repository.ts';

type Terms = Input<typeof route>;
type Label = (typeof statementLabels)[number];

const ofDays = { trial_balance: true, balance_sheet: true, profit_and_loss: false, cash_flow: false } as const;

/** Closing entries are no income and no expense; a year that ends on the last day of a balance sheet shows its own result. */
const closingIn: Readonly<Record<Terms['kind'], LedgerView>> = {
  trial_balance: {},
  balance_sheet: { closing: 'left_out_on_last_day' },
  profit_and_loss: { closing: 'left_out' },
  cash_flow: { closing: 'left_out' },
};
const sheets = { trial_balance: trialBalanceSheet, balance_sheet: balanceSheetSheet, profit_and_loss: profitAndLossSheet };

const rangeOf = ({ from, to }: Span): Period => (from === null ? untilDay(to) : { startsOn: from, endsOn: to });

/** What was before the first day of a column; before the first day there is, nothing was. */
const before = ({ from }: Span): Period => untilDay(addDays(from ?? '0001-01-02', -1));

const isPart = ({ lines = [] }: LedgerView): boolean => lines.length > 0;

async function cashFlow(tx: TenantTx, spans: readonly Span[], view: LedgerView): Promise<Sheet> {
  const periods = [...spans.map(before), ...spans.map(rangeOf), ...spans.map(({ to }) => untilDay(to))];
  const [chart, balances] = await Promise.all([loadChart(tx), balancesIn(tx, periods, view)]);
  const part = (index: number) => balances.slice(index * spans.length, (index + 1) * spans.length);
  return cashFlowSheet({ chart, opening: part(0), columns: part(1), closing: part(2), isPart: isPart(view) });
}

async function sheetOf(tx: TenantTx, kind: Terms['kind'], spans: readonly Span[], view: LedgerView): Promise<Sheet> {
  if (kind === 'cash_flow') return cashFlow(tx, spans, view);
  const [chart, columns] = await Promise.all([loadChart(tx), balancesIn(tx, spans.map(rangeOf), view)]);
  return sheets[kind]({ chart, columns, isPart: isPart(view) });
}

/**
 * The days of each column; what is wrong with them, or with the columns, is said by it.
 *
 * @throws AtlasError `invalid_period`, `accounting.no_columns_by_value`
 */
export function spansOfStatement({ kind, from, to, columns, periods, by }: Terms): Span[] {
  const asOf = ofDays[kind];
  if (!asOf && from === undefined) throw new AtlasError('invalid_period', 'Say from which day on.');
  if (by !== undefined && (kind !== 'profit_and_loss' || columns !== 'one'))
    throw new AtlasError('accounting.no_columns_by_value', 'Ask for a profit and loss of one period.');
  return spansOfColumns({ columns, periods, from: from ?? null, to, asOf });
}

type Valued = { readonly sheet: Sheet; readonly values: readonly ColumnValue[] };

/** A profit and loss whose columns are values of a dimension. */
async function sheetByValue(tx: TenantTx, by: string, { below }: Terms, span: Span, view: LedgerView): Promise<Valued> {
  const [chart, { columns, values }] = await Promise.all([loadChart(tx), columnsByValue(tx, { by, below }, rangeOf(span), view)]);
  return { sheet: profitAndLossSheet({ chart, columns }), values };
}

export const readStatement = query(route, async (tx, terms) => {
  const { kind, by, columns: layout } = terms;
  const [first, ...others] = spansOfStatement(terms) as [Span, ...Span[]];
  const { lines: wanted, only } = await lineFilter(tx, terms);
  const view = { knownUntil: knownUntil(terms.knownOn), ...closingIn[kind], lines: wanted };
  const [{ name: company, baseCurrency: currency }, { sheet, values }] = await Promise.all([
    companyOf(tx),
    by === undefined
      ? sheetOf(tx, kind, [first, ...others], view).then((whole): Valued => ({ sheet: whole, values: [] }))
      : sheetByValue(tx, by, terms, first, view),
  ]);
  const spans = by === undefined ? [first, ...others] : values.map(() => first);
  const columns = columnsOf(sheet, { spans, compares: layout === 'previous' || layout === 'year_before' });
  const lines = sheet.lines.map(({ amounts, label, ...line }) => ({
    ...line,
    label: label as Label | null,
    cells: cellsOf(amounts, columns, currency),
  }));
  const valued = columns.map((column, index) => ({ ...column, value: values[index] ?? null }));
  return { kind, company, currency, only: [...only], columns: valued, lines };
});
