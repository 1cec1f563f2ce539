import { type ClosingCheck, found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readClosing as route } from '../contract/closing.ts';
import { readPeriod } from '../periods/periods.repository.ts';
import { tasksOf } from './closing-tasks.repository.ts';
import { runChecks } from './run-checks.ts';

/** @param checks what all modules count before a period is closed */
export const readClosing = (checks: readonly ClosingCheck[]) =>
  query(route, async (tx, { id }) => {
    await companyOf(tx);
    const period = found(await readPeriod(tx, id), 'period');
    const [counted, tasks] = await Promise.all([runChecks(tx, checks, period), tasksOf(tx, id)]);
    return { period, checks: counted, tasks };
  });
