import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, decimal, id, instant, line, version } = schemas;

export const taxKinds = ['percent', 'fixed', 'division', 'surtax', 'group'] as const;
export const taxOperations = ['domestic', 'reverse_charge', 'withholding', 'exempt'] as const;

const value = decimal.meta({
  description: 'Share of one (0.19 is 19 %), of a fixed tax the amount for each unit of quantity',
  examples: ['0.19'],
});

const rate = z.object({ validFrom: date, value }).meta({ id: 'TaxRate' });

const changeable = {
  name: line(120),
  sequence: z.int().min(0).max(10_000).meta({ description: 'Place among the taxes of a line; equals as the line lists them' }),
  rates: z.array(rate).max(100).meta({ description: 'What it is from when on, each from its day to the next; none of a group' }),
  salesAccountId: id.nullable().meta({
    description: 'Where it is posted when we sell; without one, the account for output tax. Of a group its taxes say it',
  }),
  purchaseAccountId: id
    .nullable()
    .meta({ description: 'Where it is posted when we buy; without one, the account for input tax' }),
};

const terms = {
  code: line(20).meta({ description: 'Unique in the workspace' }),
  ...changeable,
  kind: z.enum(taxKinds).meta({
    description:
      'percent: share of the base; fixed: amount a unit; division: share of the price with the tax in it; surtax: share of what its taxes come to; group: others',
  }),
  operation: z.enum(taxOperations).meta({
    description: 'reverse_charge is owed to the state and not with the price; withholding is kept back from the payment',
  }),
  included: z.boolean().meta({ description: 'Prices have it in them' }),
  affectsBase: z.boolean().meta({ description: 'Later taxes are worked out on a base with it' }),
  baseAffected: z.boolean().meta({ description: 'Earlier taxes that affect bases affect its own' }),
  exemptionCode: line(40).nullable().meta({ description: 'Why nothing is owed, as a code: VATEX-EU-132; only when exempt' }),
  exemptionReason: line(400).nullable().meta({ description: 'The same in words, for documents' }),
  memberIds: z.array(id).max(20).meta({ description: 'Taxes of a group; those that a surtax is on' }),
};

export const tax = z.object({ id, ...terms, archivedAt: instant.nullable(), version }).meta({ id: 'Tax' });

const accountErrors = ['accounting.unknown_account', 'accounting.account_takes_no_postings'] as const;

export const createTax = route({
  name: 'tax.definition.create',
  method: 'POST',
  path: '/taxes',
  summary: 'Create a tax or a group of taxes',
  input: z.object({
    ...terms,
    sequence: terms.sequence.default(1),
    operation: terms.operation.default('domestic'),
    included: terms.included.default(false),
    affectsBase: terms.affectsBase.default(false),
    baseAffected: terms.baseAffected.default(true),
    exemptionCode: terms.exemptionCode.default(null),
    exemptionReason: terms.exemptionReason.default(null),
    rates: terms.rates.default([]),
    salesAccountId: terms.salesAccountId.default(null),
    purchaseAccountId: terms.purchaseAccountId.default(null),
    memberIds: terms.memberIds.default([]),
  }),
  output: tax,
  errors: ['duplicate', 'tax.invalid_terms', 'tax.unknown_tax', ...accountErrors],
  status: 201,
});

export const updateTax = route({
  name: 'tax.definition.update',
  method: 'PATCH',
  path: '/taxes/{id}',
  summary: 'Change a tax; what is left out stays. What kind it is never changes: that would be another tax',
  input: z.object({ id, version, archived: z.boolean().optional(), ...z.object(changeable).partial().shape }),
  output: tax,
  errors: ['not_found', 'version_conflict', 'tax.invalid_terms', ...accountErrors],
});

export const getTax = route({
  name: 'tax.definition.get',
  method: 'GET',
  path: '/taxes/{id}',
  summary: 'Read a tax',
  input: z.object({ id }),
  output: tax,
  errors: ['not_found'],
});

export const listTaxes = route({
  name: 'tax.definition.list',
  method: 'GET',
  path: '/taxes',
  summary: 'List taxes',
  input: pageInput.extend({ archived: schemas.queryFlag.optional(), operation: terms.operation.optional() }),
  output: page(tax),
  errors: ['invalid_cursor'],
});
