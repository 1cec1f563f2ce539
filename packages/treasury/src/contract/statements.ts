import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, line, money } = schemas;

export const statementWarning = z
  .object({
    code: z.enum([
      'does_not_balance',
      'gap_to_previous',
      'balance_in_other_currency',
      'sums_differ',
      'line_without_date',
      'line_without_amount',
      'line_in_other_currency',
      'line_too_exact',
      'line_too_large',
      'balance_too_large',
      'line_unreadable',
      'not_booked',
      'other_account',
    ]),
    values: z.record(z.string(), z.string()).meta({ description: 'The figures that say so' }),
  })
  .meta({ id: 'BankStatementWarning' });

export const bankStatement = z
  .object({
    id,
    bankAccountId: id,
    importId: id,
    format: z.enum(['mt940', 'camt', 'ofx', 'csv']),
    reference: z.string().nullable(),
    number: z.string().nullable(),
    startsOn: date.nullable(),
    endsOn: date.nullable(),
    opening: money.nullable(),
    closing: money.nullable(),
    lineCount: z.int().meta({ description: 'Movements that the statement lists' }),
    newLineCount: z.int().meta({ description: 'Movements that no statement before it had' }),
    warnings: z.array(statementWarning),
    createdAt: instant,
  })
  .meta({ id: 'BankStatement' });

const party = z.object({ name: z.string().nullable(), account: z.string().nullable() });

const lineDetail = z.object({
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  endToEndId: z.string().nullable(),
  mandateId: z.string().nullable(),
  creditorReference: z.string().nullable(),
  debtor: party,
  creditor: party,
  text: z.array(z.string()),
});

export const statementLine = z
  .object({
    id,
    bankAccountId: id,
    statementId: id,
    bookedOn: date,
    valueOn: date.nullable(),
    amount: money.meta({ description: 'Below zero when it left the account' }),
    code: z.string().nullable().meta({ description: 'What the bank calls this kind of movement' }),
    bankReference: z.string().nullable(),
    reference: z.string().nullable().meta({ description: 'What the one who paid refers to' }),
    counterpartyName: z.string().nullable(),
    counterpartyAccount: z.string().nullable(),
    text: z.string(),
    isReversal: z.boolean(),
    details: z.array(lineDetail).meta({ description: 'The payments of a movement that holds several' }),
    matchId: id.nullable().meta({ description: 'What it was matched by' }),
    score: z.int().nullable().meta({ description: 'Of the best suggestion when it was last worked out; null without one' }),
  })
  .meta({ id: 'BankStatementLine' });

export const getStatement = route({
  name: 'treasury.statement.get',
  method: 'GET',
  path: '/bank-statements/{id}',
  summary: 'Read a statement with its balances and warnings',
  input: z.object({ id }),
  output: bankStatement,
  errors: ['not_found'],
});

export const listStatements = route({
  name: 'treasury.statement.list',
  method: 'GET',
  path: '/bank-accounts/{id}/statements',
  summary: 'List the statements of a bank account, newest first',
  input: pageInput.extend({ id }),
  output: page(bankStatement),
  errors: ['not_found', 'invalid_cursor'],
});

export const listStatementLines = route({
  name: 'treasury.statement_line.list',
  method: 'GET',
  path: '/bank-accounts/{id}/statement-lines',
  summary: 'List the movements of a bank account, newest first',
  input: pageInput.extend({
    id,
    statementId: id.optional(),
    from: date.optional(),
    to: date.optional(),
    minAmount: schemas.amount.optional(),
    maxAmount: schemas.amount.optional(),
    state: z
      .enum(['unmatched', 'suggested', 'matched'])
      .optional()
      .meta({ description: '`suggested` is unmatched with a suggestion' }),
    q: line(100).optional().meta({ description: 'Part of the text, a reference or the counterparty' }),
    sort: z.enum(['bookedOn', '-bookedOn']).default('-bookedOn'),
  }),
  output: page(statementLine),
  errors: ['not_found', 'invalid_cursor'],
});
