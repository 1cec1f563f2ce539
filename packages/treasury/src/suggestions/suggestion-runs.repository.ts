import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { suggestionRun } from '../contract/suggestions.ts';

export type SuggestionRun = z.output<typeof suggestionRun>;

/** A dead job leaves its run behind: it has failed, whatever its row says. */
const columns = sql`
  r.id, r.bank_account_id as "bankAccountId", case when r.status = 'running' and j.status = 'dead' then 'failed' else r.status end as status,
  r.line_count as "lineCount", r.done_count as "doneCount", r.suggested_count as "suggestedCount", r.applied_count as "appliedCount",
  coalesce(r.error, case when j.status = 'dead' then j.error end) as error, r.job_id as "jobId", r.created_at as "createdAt",
  r.finished_at as "finishedAt"`;
const source = sql`from bank_suggestion_runs as r left join jobs as j on j.tenant_id = r.tenant_id and j.id = r.job_id`;

export async function loadSuggestionRun(tx: TenantTx, id: string, lock = false): Promise<SuggestionRun | null> {
  const [row] = await tx.rows<SuggestionRun>(
    sql`select ${columns} ${source} where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid ${lock ? sql`for update of r` : sql``}`,
  );
  return row ?? null;
}

export async function insertSuggestionRun(
  tx: TenantTx,
  run: { id: string; bankAccountId: string; jobId: string },
): Promise<void> {
  await tx.rows(sql`
    insert into bank_suggestion_runs (tenant_id, id, bank_account_id, job_id, created_at)
    values (${tx.ctx.tenantId}::uuid, ${run.id}::uuid, ${run.bankAccountId}::uuid, ${run.jobId}::uuid, ${tx.ctx.now}::timestamptz)`);
}

export type RunChange = Partial<
  Pick<SuggestionRun, 'status' | 'lineCount' | 'doneCount' | 'suggestedCount' | 'appliedCount' | 'error' | 'finishedAt'>
>;

/** Changes what is named of a run, and leaves the rest. */
export function saveSuggestionRun(tx: TenantTx, id: string, change: RunChange): void {
  tx.tell(sql`
    update bank_suggestion_runs set status = coalesce(${change.status ?? null}, status),
      line_count = coalesce(${change.lineCount ?? null}::integer, line_count), done_count = coalesce(${change.doneCount ?? null}::integer, done_count),
      suggested_count = coalesce(${change.suggestedCount ?? null}::integer, suggested_count),
      applied_count = coalesce(${change.appliedCount ?? null}::integer, applied_count), error = coalesce(${change.error ?? null}, error),
      finished_at = coalesce(${change.finishedAt ?? null}::timestamptz, finished_at)
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export const pageOfSuggestionRuns = (
  tx: TenantTx,
  input: { id: string; limit: number; cursor?: string | undefined },
): Promise<Page<SuggestionRun>> =>
  readPage(tx, {
    select: sql`select ${columns}, r.id as "sortValue" ${source}`,
    where: [sql`r.tenant_id = ${tx.ctx.tenantId}::uuid`, sql`r.bank_account_id = ${input.id}::uuid`],
    id: sql`r.id`,
    sorts: { id: { column: sql`r.id`, type: 'uuid' } },
    sort: '-id',
    limit: input.limit,
    cursor: input.cursor,
  });
