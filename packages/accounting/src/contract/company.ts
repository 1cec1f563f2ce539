import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { yearLayout } from './periods.ts';

const { currencyCode, date, line } = schemas;

export const company = z
  .object({ name: line(200), country: line(120).nullable(), baseCurrency: currencyCode, version: schemas.version })
  .meta({ id: 'Company' });

export const setUpCompany = route({
  name: 'accounting.company.set_up',
  method: 'POST',
  path: '/company',
  summary: 'Set up the books: currency, chart of accounts and fiscal years from a first day',
  input: z.object({
    name: line(200),
    country: line(120).nullable().default(null),
    baseCurrency: currencyCode,
    booksStartOn: date.meta({ description: 'First day of the first fiscal year' }),
    yearLayout: yearLayout.default('months'),
    chart: z
      .enum(['standard', 'services', 'empty'])
      .default('standard')
      .meta({ description: 'For a trading company, for one that sells services, or nothing: accounts are imported' }),
  }),
  output: company,
  errors: ['accounting.already_set_up', 'accounting.too_many_years'],
  status: 201,
});

export const getCompany = route({
  name: 'accounting.company.get',
  method: 'GET',
  path: '/company',
  summary: 'Read the company of the workspace',
  input: z.object({}),
  output: company,
  errors: ['accounting.not_set_up'],
});
