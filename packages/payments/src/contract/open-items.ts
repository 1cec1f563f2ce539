import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { ledger } from './payments.ts';

const { date, id, money } = schemas;

export const openItem = z
  .object({
    entryId: id,
    position: z.int(),
    ledger,
    partyId: id.nullable(),
    partyName: z.string().nullable(),
    sourceKind: z.string(),
    sourceId: id.nullable(),
    documentNumber: z.string(),
    reference: z.string().nullable(),
    date,
    dueOn: date,
    amount: money.meta({ description: 'Debit positive, credit negative' }),
    open: money,
    discountUntil: date.nullable(),
    discount: money.nullable().meta({ description: 'What paying by then takes off' }),
  })
  .meta({ id: 'OpenItem' });

export const listOpenItems = route({
  name: 'payments.open_item.list',
  method: 'GET',
  path: '/open-items',
  summary: 'What is open with a party, by due date',
  input: pageInput.extend({ ledger: ledger.optional(), partyId: id.optional(), dueBy: date.optional() }),
  output: page(openItem),
  errors: ['invalid_cursor'],
});

export const reverseAllocation = route({
  name: 'payments.allocation.reverse',
  method: 'POST',
  path: '/allocations/{id}/reversal',
  summary: 'Take an allocation back on a date: its items are open again',
  input: z.object({ id, date }),
  output: z.object({ id, date }),
  errors: [
    'not_found',
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.no_account_for_role',
    'accounting.not_allocated',
    'accounting.invalid_reversal',
    'accounting.over_allocated',
  ],
  status: 201,
});
