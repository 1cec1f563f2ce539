import { type ClosingCheck, found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readYearClose as route } from '../contract/closing.ts';
import { readYear } from '../periods/years.repository.ts';
import { yearChecks } from './year-checks.ts';
import { closesOf, viewClose } from './year-closes.repository.ts';

/** @param checks what all modules count before a period is closed */
export const readYearClose = (checks: readonly ClosingCheck[]) =>
  query(route, async (tx, { id }) => {
    await companyOf(tx);
    const year = found(await readYear(tx, id), 'fiscal year');
    const [counted, closes] = await Promise.all([yearChecks(tx, checks, year), closesOf(tx, id)]);
    return { year, checks: counted, closes: closes.map(viewClose) };
  });
