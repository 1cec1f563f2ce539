import type { ClosingCheck, TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { fiscalYear } from '../contract/periods.ts';
import { countUndone } from './closing-tasks.repository.ts';
import { type CheckRow, runChecks } from './run-checks.ts';

/** What stands against closing a fiscal year: periods that are open, what modules count, and what is not done by hand. */
export async function yearChecks(
  tx: TenantTx,
  checks: readonly ClosingCheck[],
  year: z.output<typeof fiscalYear>,
): Promise<CheckRow[]> {
  const [counted, undone] = await Promise.all([runChecks(tx, checks, year), countUndone(tx, year.id)]);
  const open = year.periods.filter(({ lockedAt }) => lockedAt === null).length;
  const link = '/closing';
  return [
    { name: 'accounting.periods_open', summary: 'Periods of the year that are not locked', link, count: open },
    ...counted,
    { name: 'accounting.tasks_open', summary: 'Tasks of the year that nobody has done', link, count: undone },
  ];
}
