import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { dunningLocale } from './dunning-settings.ts';

const { date, id, instant, line } = schemas;

const about = {
  excluded: z.boolean().meta({ description: 'Never reminded' }),
  reason: line(300).nullable().default(null).meta({ description: 'Why; needed to exclude' }),
  locale: dunningLocale.default('en'),
};

export const dunningParty = z.object({ partyId: id, ...about }).meta({ id: 'DunningParty' });

export const getDunningParty = route({
  name: 'payments.dunning_party.get',
  method: 'GET',
  path: '/parties/{partyId}/dunning',
  summary: 'Read whether and how a customer is reminded',
  input: z.object({ partyId: id }),
  output: dunningParty,
  errors: ['not_found'],
});

export const saveDunningParty = route({
  name: 'payments.dunning_party.save',
  method: 'PUT',
  path: '/parties/{partyId}/dunning',
  summary: 'Set whether and how a customer is reminded',
  input: z.object({ partyId: id, ...about }),
  output: dunningParty,
  errors: ['not_found', 'payments.reason_needed'],
});

export const dunningHold = z
  .object({
    entryId: id,
    partyId: id,
    partyName: z.string(),
    documentNumber: z.string(),
    reason: z.string(),
    until: date.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'DunningHold' });

export const listDunningHolds = route({
  name: 'payments.dunning_hold.list',
  method: 'GET',
  path: '/dunning-holds',
  summary: 'List what nobody is reminded of for now',
  input: pageInput.extend({ partyId: id.optional() }),
  output: page(dunningHold),
  errors: ['invalid_cursor'],
});

export const holdDunning = route({
  name: 'payments.dunning_hold.save',
  method: 'PUT',
  path: '/dunning-holds/{entryId}',
  summary: 'Put what a document left open on hold: it is disputed, or somebody asked to wait',
  input: z.object({
    entryId: id,
    reason: line(300),
    until: date.nullable().default(null).meta({ description: 'The last day; left out, until it is released' }),
  }),
  output: dunningHold,
  errors: ['not_found'],
});

export const releaseDunning = route({
  name: 'payments.dunning_hold.release',
  method: 'DELETE',
  path: '/dunning-holds/{entryId}',
  summary: 'Let reminders go on',
  input: z.object({ entryId: id }),
  output: z.object({ entryId: id }),
  errors: ['not_found'],
});
