import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, date, id, money, share } = schemas;

export const methods = ['straight_line', 'declining_balance', 'double_declining_balance', 'written_down_value'] as const;
export const proRatas = ['days', 'months', 'days_of_life', 'days_of_year'] as const;

/** How value is lost, apart from when and how much. */
export const lossTerms = {
  method: z.enum(methods),
  periods: z.coerce.number().int().min(1).max(600).meta({ description: 'Periods of the whole useful life' }),
  monthsPerPeriod: z.coerce
    .number()
    .int()
    .refine((months) => [1, 2, 3, 4, 6, 12].includes(months), 'must be 1, 2, 3, 4, 6 or 12'),
  proRata: z.enum(proRatas).meta({ description: 'How a period that the asset was not in use for entirely is counted' }),
  yearlyRate: share.nullable().meta({ description: 'Share of the book value written off a year; derived when null' }),
};

/** Not negative, and below a million millions: what is larger is a typing error. */
export const assetAmount = amount.refine(
  (text) => /^\d{1,12}(\.|$)/.test(text),
  'must not be negative, and have at most 12 digits',
);

/** What decides the schedule of an asset. */
export const assetTerms = {
  cost: assetAmount.refine((text) => /[1-9]/.test(text), 'must be more than zero'),
  salvage: assetAmount.default('0').meta({ description: 'What it is worth at the end: never written off' }),
  opening: assetAmount.default('0').meta({ description: 'Written off before, in other books' }),
  openingPeriods: z.coerce.number().int().min(0).max(600).default(0).meta({ description: 'Periods written off before' }),
  availableOn: date,
  firstPeriodEndsOn: date.meta({ description: 'End of the first period that is written off in these books' }),
};

export const plannedRow = z
  .object({ startsOn: date, endsOn: date, amount: money, accumulated: money, net: money })
  .meta({ id: 'PlannedDepreciation' });

export const scheduleRow = plannedRow
  .extend({
    id: id.nullable().meta({ description: 'None while it is the plan of a draft' }),
    postedOn: date.nullable(),
    entryId: id.nullable(),
    reversalId: id.nullable(),
  })
  .meta({ id: 'ScheduleRow' });

export const previewSchedule = route({
  name: 'assets.schedule.preview',
  method: 'GET',
  path: '/asset-schedules',
  summary: 'Plan the depreciation of an asset that does not exist yet',
  input: z.object({ ...assetTerms, ...lossTerms, yearlyRate: share.optional() }),
  output: z.object({ rows: z.array(plannedRow) }),
  errors: ['accounting.not_set_up', 'assets.invalid_terms', 'too_many_decimals'],
});
