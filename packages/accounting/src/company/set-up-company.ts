import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { setUpCompany as route } from '../contract/company.ts';
import { companySetUp } from '../contract/events.ts';
import { standardChart } from '../domain/chart-standard.ts';
import { plannedYears } from '../domain/fiscal-year.ts';
import { insertChart, insertCompany, insertFiscalYears } from './company.repository.ts';

export const setUpCompany = command(route, async (tx, { booksStartOn, chart: _only, ...fields }) => {
  const years = plannedYears(booksStartOn, tx.ctx.today).map((year) => ({ ...year, id: uuidv7() }));
  const company = { ...fields, version: 1 };
  if (!(await insertCompany(tx, company)))
    throw new AtlasError('accounting.already_set_up', 'The books of this workspace are set up already.');
  await Promise.all([insertChart(tx, standardChart), insertFiscalYears(tx, years)]);
  tx.emit(companySetUp, { name: company.name, baseCurrency: company.baseCurrency });
  return company;
});
