import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { insertAccounts } from '../accounts/import-accounts.repository.ts';
import { setUpCompany as route } from '../contract/company.ts';
import { companySetUp } from '../contract/events.ts';
import { professionalChart } from '../domain/chart-professional.ts';
import { standardChart } from '../domain/chart-standard.ts';
import { plannedYears } from '../domain/fiscal-year.ts';
import { accountsOfChart } from './chart-accounts.ts';
import { insertCompany, insertFiscalYears } from './company.repository.ts';

const charts = { standard: standardChart, services: professionalChart, empty: [] } as const;

export const setUpCompany = command(route, async (tx, { booksStartOn, chart, yearLayout, ...fields }) => {
  const years = plannedYears(booksStartOn, tx.ctx.today, yearLayout).map((year) => ({ ...year, id: uuidv7() }));
  const company = { ...fields, version: 1 };
  if (!(await insertCompany(tx, company)))
    throw new AtlasError('accounting.already_set_up', 'The books of this workspace are set up already.');
  await Promise.all([insertAccounts(tx, accountsOfChart(charts[chart])), insertFiscalYears(tx, years)]);
  tx.emit(companySetUp, { name: company.name, baseCurrency: company.baseCurrency });
  return company;
});
