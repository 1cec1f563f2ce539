import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { journalEntry, journalLine } from './journals.ts';
import { knownOn, lineTerms } from './reports.ts';

const { amount, currencyCode, date, id, money } = schemas;

export const statementKinds = ['trial_balance', 'profit_and_loss', 'balance_sheet', 'cash_flow'] as const;
export const columnLayouts = ['one', 'previous', 'year_before', 'month', 'quarter', 'year'] as const;

/** What lines say that are no account. */
export const statementLabels = [
  'asset',
  'liability',
  'equity',
  'income',
  'expense',
  'total_asset',
  'total_liability',
  'total_equity',
  'total_income',
  'total_expense',
  'profit',
  'result',
  'other_lines',
  'liabilities_and_equity',
  'total',
  'operating',
  'non_cash',
  'working_capital',
  'investing',
  'financing',
  'total_operating',
  'total_investing',
  'total_financing',
  'net_change',
  'cash_at_start',
  'cash_at_end',
] as const;

export const statementColumn = z
  .object({
    measure: z.enum(['amount', 'debit', 'credit', 'difference', 'percent']),
    from: date.nullable().meta({ description: 'Null for balances as of a day' }),
    to: date,
    value: z
      .object({ id: id.nullable(), code: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Of which value of a dimension: its id is null for what names none. Null for columns of all' }),
  })
  .meta({ id: 'StatementColumn' });

export const statementLine = z
  .object({
    key: z.string(),
    kind: z.enum(['section', 'heading', 'account', 'item', 'total', 'grand']),
    level: z.int(),
    label: z.enum(statementLabels).nullable().meta({ description: 'What a line says that is no account' }),
    code: z.string(),
    name: z.string(),
    accountId: id.nullable(),
    cells: z.array(amount.nullable()).meta({ description: 'In the order of the columns; a percentage where its column says so' }),
  })
  .meta({ id: 'StatementLine' });

export const statement = z
  .object({
    kind: z.enum(statementKinds),
    company: z.string(),
    currency: currencyCode,
    only: z
      .array(z.object({ dimension: z.string(), code: z.string().nullable(), name: z.string().nullable() }))
      .meta({ description: 'Values whose lines are counted, or dimensions that these do not name; empty where all lines are' }),
    columns: z.array(statementColumn),
    lines: z.array(statementLine),
  })
  .meta({ id: 'Statement', description: 'A statement as it is set: columns, and lines from top to bottom' });

/** What a statement is asked for with. */
export const statementTerms = z.object({
  from: date.optional().meta({ description: 'Needed where movements are told, or columns are cut' }),
  to: date,
  columns: z.enum(columnLayouts).default('one'),
  periods: z.coerce.number().int().min(1).max(12).default(1).meta({ description: 'Earlier periods beside the first' }),
  knownOn,
  ...lineTerms,
  by: id.optional().meta({ description: 'A dimension with its values as columns, of a profit and loss in one column' }),
  below: id.optional().meta({ description: 'With `by`: only this value, with those directly below it as columns' }),
});

export const readStatement = route({
  name: 'accounting.report.statement',
  method: 'GET',
  path: '/reports/statements/{kind}',
  summary: 'A statement with comparatives: trial balance, profit and loss, balance sheet or cash flow',
  input: statementTerms.extend({ kind: z.enum(statementKinds) }),
  output: statement,
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up', 'accounting.no_columns_by_value'],
});

/** An entry as the journal prints it. */
export const journalReportEntry = journalEntry
  .omit({ reversedById: true })
  .extend({
    total: money.meta({ description: 'Debits of the lines that are told: of the whole entry where all lines count' }),
    lines: z.array(journalLine.omit({ dimensions: true }).meta({ id: 'JournalReportLine' })),
  })
  .meta({ id: 'JournalReportEntry' });

export const readJournalReport = route({
  name: 'accounting.report.journal',
  method: 'GET',
  path: '/reports/journal',
  summary: 'The journal: entries with their lines, in order of date',
  input: pageInput.extend({ from: date.optional(), to: date.optional(), knownOn, ...lineTerms }),
  output: page(journalReportEntry),
  errors: ['not_found', 'invalid_cursor', 'invalid_period'],
});
