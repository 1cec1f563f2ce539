import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { ledgerLineToMatch } from './suggestions.ts';

const { amount, date, id, instant, line, money } = schemas;
const lineKey = { entryId: id, position: z.int().min(1) };

/** Statement lines, or whatever stands against them, of one match. */
const mostLines = 200;

const settledItem = z.object({
  ...lineKey,
  amount: amount.optional().meta({
    description: 'How much of it is settled, with its sign (a debt of the company is below zero); all that is open when left out',
  }),
});

const split = z.object({
  accountId: id,
  amount: amount.meta({ description: 'With the sign of the movement: below zero what was paid' }),
  partyId: id.nullable().default(null),
  description: line(200).nullable().default(null),
});

export const bankMatch = z
  .object({
    id,
    bankAccountId: id,
    date: date.meta({ description: 'Since when all of it stands: of its entry, or of an item that came later' }),
    total: money.meta({ description: 'Of its movements, without sign' }),
    inBooks: money.meta({ description: 'What the ledger has of them, without sign' }),
    entryId: id.nullable().meta({ description: 'What it posted; null when everything was in the ledger before' }),
    entryNumber: z.string().nullable(),
    ruleId: id.nullable(),
    lineIds: z.array(id),
    ledgerLines: z.array(ledgerLineToMatch).meta({ description: 'What it holds its movements against' }),
    undoneOn: date.nullable(),
    reversalId: id.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'BankMatch' });

export const applyMatch = route({
  name: 'treasury.match.apply',
  method: 'POST',
  path: '/bank-accounts/{id}/matches',
  summary: 'Say what movements are: items that they settle, lines that the ledger has, or accounts that they are posted to',
  input: z.object({
    id,
    lineIds: z.array(id).max(mostLines).meta({ description: 'Movements; none to hold lines of the ledger against each other' }),
    items: z.array(settledItem).max(mostLines).default([]),
    ledgerLines: z.array(z.object(lineKey)).max(mostLines).default([]),
    splits: z.array(split).max(100).default([]),
    date: date.optional().meta({ description: 'Of the entry; the newest movement’s when left out' }),
    value: amount
      .refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), 'must be more than zero')
      .optional()
      .meta({
        description:
          'What the bank made of it in the books, of an account in another currency; by the rate of the day when left out',
      }),
  }),
  output: bankMatch,
  errors: [
    'not_found',
    'treasury.archived',
    'treasury.unknown_line',
    'treasury.line_matched',
    'treasury.ledger_line_matched',
    'treasury.match_differs',
    'treasury.item_changed',
    'accounting.own_currency',
    'accounting.invalid_line',
    'too_many_decimals',
    'accounting.no_rate',
    'accounting.stale_rate',
    'accounting.no_account_for_role',
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.area_locked',
    'accounting.unknown_account',
    'accounting.account_takes_no_postings',
    'accounting.control_account',
    'accounting.over_allocated',
    'unknown_reference',
  ],
  status: 201,
  amount: '/inBooks',
});

export const undoMatch = route({
  name: 'treasury.match.undo',
  method: 'POST',
  path: '/bank-matches/{id}/undo',
  summary: 'Take a match back: its entry is reversed on an open day, and what it settled is open again',
  input: z.object({ id, date: date.optional().meta({ description: 'Of the reversal; that of the match when left out' }) }),
  output: bankMatch,
  errors: [
    'not_found',
    'treasury.match_undone',
    'treasury.undo_too_early',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.area_locked',
    'accounting.over_allocated',
    'accounting.no_account_for_role',
  ],
  status: 200,
  amount: '/inBooks',
});

export const getMatch = route({
  name: 'treasury.match.get',
  method: 'GET',
  path: '/bank-matches/{id}',
  summary: 'Read a match',
  input: z.object({ id }),
  output: bankMatch,
  errors: ['not_found'],
});
