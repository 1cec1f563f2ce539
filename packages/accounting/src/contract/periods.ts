import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, version } = schemas;

export const accountingPeriod = z
  .object({ id, fiscalYearId: id, startsOn: date, endsOn: date, lockedAt: instant.nullable(), version })
  .meta({ id: 'AccountingPeriod' });

export const fiscalYear = z
  .object({ id, name: z.string(), startsOn: date, endsOn: date, periods: z.array(accountingPeriod) })
  .meta({ id: 'FiscalYear' });

export const openFiscalYear = route({
  name: 'accounting.fiscal_year.open',
  method: 'POST',
  path: '/fiscal-years',
  summary: 'Open a fiscal year with its twelve monthly periods',
  input: z.object({ startsOn: date }),
  output: fiscalYear,
  errors: ['invalid_period', 'accounting.years_overlap', 'accounting.not_set_up'],
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
  errors: ['not_found'],
  status: 200,
});
