import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, money } = schemas;

const item = z.object({ entryId: id, position: z.int().min(1) }).meta({ id: 'OpenItemKey' });

export const settlement = z
  .object({
    id,
    date,
    pairs: z.array(
      z.object({
        debit: item,
        credit: item,
        debitAmount: money,
        creditAmount: money,
        exchange: money.nullable().meta({ description: 'Gain of the pair, or loss below zero; null without a difference' }),
      }),
    ),
  })
  .meta({ id: 'Settlement' });

export const settleItems = route({
  name: 'accounting.open_item.settle',
  method: 'POST',
  path: '/open-items/settlements',
  summary: 'Let open items of a party settle one another, as far as they go; exchange differences are posted',
  input: z.object({
    date,
    items: z.array(item).min(2).max(500).meta({ description: 'In the order in which they are used' }),
  }),
  output: settlement,
  errors: [
    'accounting.unknown_item',
    'accounting.items_apart',
    'accounting.over_allocated',
    'accounting.no_rate',
    'accounting.stale_rate',
    'accounting.not_set_up',
    'accounting.no_account_for_role',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.area_locked',
  ],
  status: 201,
});

export const unsettleItems = route({
  name: 'accounting.open_item.unsettle',
  method: 'POST',
  path: '/open-items/settlements/{id}/undo',
  summary: 'Take a settlement back on a date, with its exchange differences: its items are open again',
  input: z.object({ id, date }),
  output: z.object({ id }),
  errors: [
    'not_found',
    'accounting.invalid_reversal',
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.area_locked',
  ],
});
