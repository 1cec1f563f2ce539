import { sql } from '../db/sql.ts';
import { readTransaction } from '../db/transaction.ts';
import type { Module } from '../module.ts';
import { handlersOf } from './deliver.ts';
import { type JobResources, systemCtx, systemWrite } from './job-run.ts';

/**
 * Runs the housekeeping of one tenant until there is nothing left to do. Messages without a job ask for nothing else: they
 * are handled with it, so that the relay asks again when it was lost.
 */
export async function runUpkeep(resources: JobResources, modules: readonly Module[], tenantId: string): Promise<void> {
  const ctx = () => systemCtx(resources, tenantId);
  // By the clock of the relay, which is PostgreSQL's: what a message told was committed before it was published.
  const [begin] = await readTransaction(ctx(), (tx) => tx.rows<{ at: string }>(sql`select now()::text as at`));
  for (const { name, run } of modules.flatMap((module) => module.upkeep)) {
    while ((await systemWrite(ctx(), name, run)) > 0);
  }
  const withJob = [...handlersOf(modules).keys()];
  await systemWrite(ctx(), 'platform.upkeep.end', (tx) =>
    tx.rows(sql`
      update outbox_messages set handled_at = ${tx.ctx.now}::timestamptz
      where tenant_id = ${tenantId}::uuid and handled_at is null and published_at <= ${begin?.at}::timestamptz
        and name <> all (${withJob}::text[])`),
  );
}
