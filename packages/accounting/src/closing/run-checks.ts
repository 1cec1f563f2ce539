import type { Period } from '@atlas/kernel';
import type { ClosingCheck, TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { closingCheck } from '../contract/closing.ts';

export type CheckRow = z.output<typeof closingCheck>;

/** What is left to do in a range, by each check in its order. */
export const runChecks = (tx: TenantTx, checks: readonly ClosingCheck[], period: Period): Promise<CheckRow[]> =>
  Promise.all(checks.map(async ({ name, summary, link, count }) => ({ name, summary, link, count: await count(tx, period) })));
