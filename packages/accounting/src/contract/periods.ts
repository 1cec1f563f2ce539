import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, version } = schemas;

export const accountingPeriod = z
  .object({ id, fiscalYearId: id, startsOn: date, endsOn: date, lockedAt: instant.nullable(), version })
  .meta({ id: 'AccountingPeriod' });

export const yearLayout = z.enum(['months', 'months_and_last_day', 'four_weeks']).meta({
  description: 'Twelve months; twelve months and the last day as a period of its own for adjustments; thirteen times four weeks',
});

export const fiscalYear = z
  .object({
    id,
    name: z.string(),
    startsOn: date,
    endsOn: date,
    layout: yearLayout,
    closed: z.boolean(),
    periods: z.array(accountingPeriod),
  })
  .meta({ id: 'FiscalYear' });

export const openFiscalYear = route({
  name: 'accounting.fiscal_year.open',
  method: 'POST',
  path: '/fiscal-years',
  summary: 'Open a fiscal year with its periods',
  input: z.object({
    startsOn: date,
    layout: yearLayout.default('months'),
    weeks: z
      .union([z.literal(52), z.literal(53)])
      .default(52)
      .meta({ description: 'How long a year of four-week periods is' }),
  }),
  output: fiscalYear,
  errors: ['accounting.years_overlap', 'accounting.not_set_up'],
  status: 201,
});

export const listFiscalYears = route({
  name: 'accounting.fiscal_year.list',
  method: 'GET',
  path: '/fiscal-years',
  summary: 'List fiscal years and their periods, newest first',
  input: pageInput,
  output: page(fiscalYear),
  errors: ['invalid_cursor'],
});

export const lockPeriod = route({
  name: 'accounting.period.lock',
  method: 'POST',
  path: '/periods/{id}/lock',
  summary: 'Lock a period: nothing can be posted into it any more',
  input: z.object({ id }),
  output: accountingPeriod,
  errors: ['not_found'],
  status: 200,
});

export const unlockPeriod = route({
  name: 'accounting.period.unlock',
  method: 'POST',
  path: '/periods/{id}/unlock',
  summary: 'Open a locked period again',
  input: z.object({ id }),
  output: accountingPeriod,
  errors: ['not_found', 'accounting.year_closed'],
  status: 200,
});
