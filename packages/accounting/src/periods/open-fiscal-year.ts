import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { insertFiscalYears, lockBooks } from '../company/company.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { openFiscalYear as route } from '../contract/periods.ts';
import { plannedYear } from '../domain/fiscal-year.ts';
import { periodsOfYear, yearsOverlap } from './periods.repository.ts';

export const openFiscalYear = command(route, async (tx, { startsOn, layout, weeks }) => {
  // One after the other: of two that overlap, the second must see the first.
  await lockBooks(tx);
  await companyOf(tx);
  const year = { ...plannedYear(startsOn, layout, weeks), id: uuidv7() };
  const { name, endsOn } = year;
  if (await yearsOverlap(tx, startsOn, endsOn)) {
    throw new AtlasError(
      'accounting.years_overlap',
      `A fiscal year from ${startsOn} to ${endsOn} would overlap one that exists.`,
    );
  }
  await insertFiscalYears(tx, [year]);
  return { id: year.id, name, startsOn, endsOn, layout, closed: false, periods: await periodsOfYear(tx, year.id) };
});
