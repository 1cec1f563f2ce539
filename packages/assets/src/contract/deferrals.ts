import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, date, id, line, money, positiveDecimal } = schemas;

export const deferralKinds = ['revenue', 'expense'] as const;
export const deferralBases = ['days', 'months'] as const;

const deferralRow = z
  .object({ id, startsOn: date, endsOn: date, amount: money, postedOn: date.nullable(), entryId: id.nullable() })
  .meta({ id: 'DeferralRow' });

export const deferralSummary = z
  .object({
    id,
    kind: z.enum(deferralKinds),
    description: line(200),
    startsOn: date,
    endsOn: date,
    basis: z.enum(deferralBases),
    amount: money,
    recognised: money,
    open: money,
    fromAccountId: id,
    fromAccountCode: z.string(),
    toAccountId: id,
    toAccountCode: z.string(),
  })
  .meta({ id: 'DeferralSummary' });

export const deferral = deferralSummary.extend({ rows: z.array(deferralRow) }).meta({ id: 'Deferral' });

export const createDeferral = route({
  name: 'assets.deferral.create',
  method: 'POST',
  path: '/deferrals',
  summary: 'Spread what stands on an account over the months of a service, to another account',
  input: z.object({
    kind: z.enum(deferralKinds),
    description: line(200),
    amount: amount.refine((text) => positiveDecimal.safeParse(text).success, 'must be more than zero'),
    fromAccountId: id.meta({ description: 'Where it stands until then' }),
    toAccountId: id.meta({ description: 'The income or expense account that it goes to' }),
    startsOn: date,
    endsOn: date.nullable().default(null),
    months: z.int().min(0).max(600).nullable().default(null).meta({ description: 'Instead of an end; 0 is all at once' }),
    basis: z.enum(deferralBases).default('days'),
  }),
  output: deferral,
  errors: [
    'accounting.not_set_up',
    'accounting.unknown_account',
    'accounting.account_takes_no_postings',
    'accounting.control_account',
    'assets.invalid_terms',
    'too_many_decimals',
  ],
  status: 201,
  amount: '/amount',
});

export const getDeferral = route({
  name: 'assets.deferral.get',
  method: 'GET',
  path: '/deferrals/{id}',
  summary: 'Read a deferral with its schedule',
  input: z.object({ id }),
  output: deferral,
  errors: ['not_found'],
});

export const listDeferrals = route({
  name: 'assets.deferral.list',
  method: 'GET',
  path: '/deferrals',
  summary: 'List deferrals, the latest service first',
  input: pageInput.extend({ kind: z.enum(deferralKinds).optional() }),
  output: page(deferralSummary),
  errors: ['invalid_cursor'],
});
