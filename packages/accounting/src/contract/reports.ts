import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { accountType } from './accounts.ts';

const { currencyCode, date, id, instant, money } = schemas;

/** As it was known: what was posted later is left out. A day means its end in UTC. */
export const knownOn = z
  .union([date, instant])
  .optional()
  .meta({ description: 'Leave out what was posted after this day (its end in UTC) or instant' });

/** Which lines a report counts, by their dimensions. */
export const lineTerms = {
  dimensions: schemas.queryIds.optional().meta({
    description: 'Values: only lines that name one of them or one that stands below it. Of several dimensions, one of each',
  }),
  without: schemas.queryIds.optional().meta({
    description: 'Dimensions: only lines that name no value of them, or one of those asked for',
  }),
};

/** Which documents a report counts, by the dimensions of the lines of their entries. */
export const documentTerms = {
  dimensions: schemas.queryIds.optional().meta({
    description:
      'Values: only documents whose entry has a line that names one of them or one that stands below it. Of several dimensions, one of each. An open item and a tax are of a whole document, so each counts whole',
  }),
  without: schemas.queryIds.optional().meta({
    description:
      'Dimensions: only documents of whose entry no line names a value of them, or a line names one of those asked for',
  }),
};

const reportAccount = { accountId: id, code: z.string(), name: z.string(), type: accountType };

export const trialBalance = z
  .object({
    asOf: date,
    currency: currencyCode,
    rows: z.array(z.object({ ...reportAccount, debit: money, credit: money })),
    totalDebit: money,
    totalCredit: money,
  })
  .meta({ id: 'TrialBalance', description: 'Each account with its balance on the side it stands' });

export const readTrialBalance = route({
  name: 'accounting.report.trial_balance',
  method: 'GET',
  path: '/reports/trial-balance',
  summary: 'Trial balance as of a day',
  input: z.object({ asOf: date, knownOn, ...lineTerms }),
  output: trialBalance,
  errors: ['not_found', 'accounting.not_set_up'],
});

const statementRow = z.object({ ...reportAccount, amount: money });

export const profitAndLoss = z
  .object({
    from: date,
    to: date,
    currency: currencyCode,
    income: z.array(statementRow),
    expenses: z.array(statementRow),
    totalIncome: money,
    totalExpenses: money,
    profit: money,
  })
  .meta({ id: 'ProfitAndLoss' });

export const readProfitAndLoss = route({
  name: 'accounting.report.profit_and_loss',
  method: 'GET',
  path: '/reports/profit-and-loss',
  summary: 'Profit and loss of a range of days',
  input: z.object({ from: date, to: date, knownOn, ...lineTerms }),
  output: profitAndLoss,
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up'],
});

export const balanceSheet = z
  .object({
    asOf: date,
    currency: currencyCode,
    assets: z.array(statementRow),
    liabilities: z.array(statementRow),
    equity: z.array(statementRow),
    result: money.meta({ description: 'Profit not yet closed to equity' }),
    totalAssets: money,
    totalLiabilities: money,
    totalEquity: money.meta({
      description: 'Equity accounts and the result; of some lines only, the two sides need not be equal',
    }),
  })
  .meta({ id: 'BalanceSheet' });

export const readBalanceSheet = route({
  name: 'accounting.report.balance_sheet',
  method: 'GET',
  path: '/reports/balance-sheet',
  summary: 'Balance sheet as of a day',
  input: z.object({ asOf: date, knownOn, ...lineTerms }),
  output: balanceSheet,
  errors: ['not_found', 'accounting.not_set_up'],
});

export const readMonthlyResult = route({
  name: 'accounting.report.monthly_result',
  method: 'GET',
  path: '/reports/monthly-result',
  summary: 'Income and expenses by calendar month',
  input: z.object({ from: date, to: date, knownOn, ...lineTerms }),
  output: z.object({
    currency: currencyCode,
    months: z
      .array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), income: money, expenses: money, profit: money }))
      .max(600),
  }),
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up'],
});

export const ledgerLine = z
  .object({
    id: id.meta({ description: 'The entry' }),
    position: z.int(),
    number: z.string(),
    date,
    description: z.string(),
    sourceKind: z.string(),
    sourceId: id.nullable(),
    partyName: z.string().nullable(),
    debit: money.nullable(),
    credit: money.nullable(),
    balance: money.meta({ description: 'Balance of the account after this line' }),
  })
  .meta({ id: 'LedgerLine' });

export const readGeneralLedger = route({
  name: 'accounting.report.general_ledger',
  method: 'GET',
  path: '/accounts/{accountId}/ledger',
  summary: 'The lines of an account, in order of date, with a running balance',
  input: pageInput.extend({ accountId: id, from: date.optional(), to: date.optional(), knownOn, ...lineTerms }),
  output: page(ledgerLine).extend({ openingBalance: money, closingBalance: money }),
  errors: ['not_found', 'invalid_cursor', 'invalid_period', 'accounting.not_set_up'],
});
