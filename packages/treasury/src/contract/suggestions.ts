import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, money } = schemas;

const shown = z.coerce.number().int().min(1).max(200).default(50);
const lineKey = { entryId: id, position: z.int() };

export const openItemToMatch = z
  .object({
    ...lineKey,
    ledger: z.enum(['receivable', 'payable']),
    partyId: id.nullable(),
    partyName: z.string().nullable(),
    number: z.string().meta({ description: 'Of its entry in the journal' }),
    description: z.string(),
    date,
    dueOn: date.nullable(),
    open: money.meta({ description: 'Above zero when it is owed to the company, below when the company owes it' }),
  })
  .meta({ id: 'BankOpenItem' });

export const ledgerLineToMatch = z
  .object({ ...lineKey, number: z.string(), description: z.string(), date, amount: money })
  .meta({ id: 'BankLedgerLine' });

export const matchReason = z
  .object({
    code: z.enum([
      'reference',
      'amount_exact',
      'sum_exact',
      'amount_near',
      'amount_partial',
      'party_account',
      'party_name',
      'due_near',
      'ledger_amount',
      'date_near',
      'rule',
    ]),
    weight: z.int().meta({ description: 'What it adds to the score' }),
    value: z.string().nullable().meta({ description: 'What was found: a number, a name, days' }),
  })
  .meta({ id: 'BankMatchReason' });

export const matchSuggestion = z
  .object({
    rank: z.int(),
    kind: z.enum(['items', 'ledger', 'rule']),
    score: z.int().min(0).max(100),
    reasons: z.array(matchReason),
    items: z.array(openItemToMatch.extend({ settled: money.meta({ description: 'How much of it the movement settles' }) })),
    ledgerLine: ledgerLineToMatch.nullable(),
    rule: z
      .object({ id, name: z.string(), accountId: id, account: z.string(), partyId: id.nullable() })
      .nullable()
      .meta({ description: 'The rule, and the account that it posts to' }),
    rest: money.meta({ description: 'What it would leave of the movement' }),
  })
  .meta({ id: 'BankMatchSuggestion' });

export const suggestionRun = z
  .object({
    id,
    bankAccountId: id,
    status: z.enum(['running', 'completed', 'failed']),
    lineCount: z.int(),
    doneCount: z.int(),
    suggestedCount: z.int(),
    appliedCount: z.int().meta({ description: 'Movements that rules have matched' }),
    error: z.string().nullable(),
    jobId: id.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'BankSuggestionRun' });

export const listSuggestions = route({
  name: 'treasury.suggestion.list',
  method: 'GET',
  path: '/bank-statement-lines/{id}/suggestions',
  summary: 'Say what a movement may be, best first, with reasons; what is settled meanwhile is left out',
  input: z.object({ id }),
  output: z.object({ items: z.array(matchSuggestion) }).meta({ id: 'BankMatchSuggestions' }),
  errors: ['not_found'],
});

export const requestSuggestions = route({
  name: 'treasury.suggestion.request',
  method: 'POST',
  path: '/bank-accounts/{id}/suggestion-runs',
  summary: 'Work out what the movements of an account may be, and apply rules that apply themselves (a job)',
  input: z.object({ id }),
  output: suggestionRun,
  errors: ['not_found', 'treasury.archived'],
  status: 202,
});

export const listSuggestionRuns = route({
  name: 'treasury.suggestion_run.list',
  method: 'GET',
  path: '/bank-accounts/{id}/suggestion-runs',
  summary: 'List the passes over the movements of an account, newest first',
  input: pageInput.extend({ id }),
  output: page(suggestionRun),
  errors: ['not_found', 'invalid_cursor'],
});

export const listOpenItemsToMatch = route({
  name: 'treasury.open_item.list',
  method: 'GET',
  path: '/bank-accounts/{id}/open-items',
  summary: 'Show what parties owe and are owed in the currency of the account: the oldest due, as many as asked for',
  input: z.object({
    id,
    partyId: id.optional(),
    q: schemas.line(100).optional().meta({ description: 'Part of the party, the number or the description' }),
    limit: shown,
  }),
  output: z.object({ items: z.array(openItemToMatch) }).meta({ id: 'BankOpenItems' }),
  errors: ['not_found'],
});

export const listLedgerLinesToMatch = route({
  name: 'treasury.ledger_line.list',
  method: 'GET',
  path: '/bank-accounts/{id}/ledger-lines',
  summary: 'Show what is in the ledger on the account of the bank and has no movement yet: the newest, as many as asked for',
  input: z.object({ id, q: schemas.line(100).optional(), limit: shown }),
  output: z.object({ items: z.array(ledgerLineToMatch) }).meta({ id: 'BankLedgerLines' }),
  errors: ['not_found'],
});
