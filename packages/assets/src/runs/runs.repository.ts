import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { depreciationRun } from '../contract/runs.ts';

type RunView = z.output<typeof depreciationRun>;
export type RunKind = RunView['kind'];
export type RunRow = Omit<RunView, 'posted'> & { readonly currency: string; readonly postedMinor: bigint };

const columns = sql`
  id, kind, through, status, job_id as "jobId", done_count as "doneCount", total_count as "totalCount", posted_minor as "postedMinor",
  currency, error, created_at as "createdAt", finished_at as "finishedAt", version`;

export const viewRun = ({ postedMinor, currency, ...row }: RunRow): RunView => ({
  ...row,
  posted: moneyJson(postedMinor, currency),
});

export async function loadRun(tx: TenantTx, id: string, lock = false): Promise<RunRow | null> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`;
  const [row] = await tx.rows<RunRow>(
    sql`select ${columns} from depreciation_runs where ${key} ${lock ? sql`for update` : sql``}`,
  );
  return row ?? null;
}

type NewRun = Pick<RunRow, 'id' | 'kind' | 'through' | 'currency' | 'totalCount'> & { readonly jobId: string };

export async function insertRun(tx: TenantTx, run: NewRun): Promise<void> {
  await tx.rows(sql`
    insert into depreciation_runs (tenant_id, id, kind, through, status, job_id, currency, total_count, created_at)
    values (${tx.ctx.tenantId}::uuid, ${run.id}::uuid, ${run.kind}, ${run.through}::date, 'running', ${run.jobId}::uuid, ${run.currency},
      ${run.totalCount}, ${tx.ctx.now}::timestamptz)`);
}

/** Adds what a batch posted. */
export function addProgress(tx: TenantTx, id: string, rowCount: number, postedMinor: bigint): void {
  tx.tell(sql`
    update depreciation_runs set done_count = done_count + ${rowCount}, total_count = greatest(total_count, done_count + ${rowCount}),
      posted_minor = posted_minor + ${postedMinor}, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function endRun(tx: TenantTx, id: string, status: RunRow['status'], error: string | null = null): Promise<void> {
  await tx.rows(sql`
    update depreciation_runs set status = ${status}, error = ${error}, finished_at = ${tx.ctx.now}::timestamptz, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function pageOfRuns(
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<RunView>> {
  const { items, nextCursor } = await readPage<RunRow, 'createdAt'>(tx, {
    select: sql`select ${columns}, created_at as "sortValue" from depreciation_runs`,
    where: [sql`tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`id`,
    sorts: { createdAt: { column: sql`created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit,
    cursor,
  });
  return { items: items.map(viewRun), nextCursor };
}

/** A row that is due, with where it is posted. */
export type DueRow = {
  readonly id: string;
  readonly subjectId: string;
  readonly title: string;
  readonly endsOn: BusinessDate;
  /** Nothing is posted before: the day on which the asset came into the books. */
  readonly notBefore: BusinessDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
};

const ofAssets = (condition: Sql, tx: TenantTx): Sql => sql`
  select r.id, a.id as "subjectId", a.code || ' ' || a.name as title, r.ends_on as "endsOn", a.entered_on as "notBefore",
    r.amount_minor as "amountMinor", a.currency, c.expense_account_id as "debitAccountId", c.accumulated_account_id as "creditAccountId"
  from schedule_rows as r
  join assets as a on a.tenant_id = r.tenant_id and a.id = r.asset_id
  join asset_categories as c on c.tenant_id = a.tenant_id and c.id = a.category_id
  where r.tenant_id = ${tx.ctx.tenantId}::uuid and ${condition}`;

const ofDeferrals = (condition: Sql, tx: TenantTx): Sql => sql`
  select r.id, d.id as "subjectId", d.description as title, r.ends_on as "endsOn", d.starts_on as "notBefore", r.amount_minor as "amountMinor",
    d.currency, case d.kind when 'revenue' then d.from_account_id else d.to_account_id end as "debitAccountId",
    case d.kind when 'revenue' then d.to_account_id else d.from_account_id end as "creditAccountId"
  from schedule_rows as r join deferrals as d on d.tenant_id = r.tenant_id and d.id = r.deferral_id
  where r.tenant_id = ${tx.ctx.tenantId}::uuid and ${condition}`;

const dueOf = (kind: RunKind, through: BusinessDate): Sql =>
  kind === 'depreciation'
    ? sql`r.asset_id is not null and r.entry_id is null and r.ends_on <= ${through}::date and a.status = 'in_service' and a.entered_on <= ${through}::date`
    : sql`r.deferral_id is not null and r.entry_id is null and r.ends_on <= ${through}::date`;

const sourceOf = (kind: RunKind): typeof ofAssets => (kind === 'depreciation' ? ofAssets : ofDeferrals);

export async function countDue(tx: TenantTx, kind: RunKind, through: BusinessDate): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    sql`select count(*)::integer as count from (${sourceOf(kind)(dueOf(kind, through), tx)}) as due`,
  );
  return row?.count ?? 0;
}

/** The next rows that are due, locked with their assets until the end of the transaction. */
export function nextDue(tx: TenantTx, kind: RunKind, through: BusinessDate, limit: number): Promise<DueRow[]> {
  const lock = kind === 'depreciation' ? sql`for update of r, a` : sql`for update of r`;
  return tx.rows<DueRow>(sql`${sourceOf(kind)(dueOf(kind, through), tx)} order by r.ends_on, r.id limit ${limit} ${lock}`);
}

export type PostedRow = DueRow & { readonly entryId: string; readonly postedOn: BusinessDate; readonly version: number };

/** What a run has posted and nobody took back, locked with its assets. */
export function postedBy(tx: TenantTx, kind: RunKind, runId: string): Promise<PostedRow[]> {
  const condition = sql`r.run_id = ${runId}::uuid and r.reversal_id is null`;
  const [more, lock] =
    kind === 'depreciation' ? [sql`a.version`, sql`for update of r, a`] : [sql`0 as version`, sql`for update of r`];
  return tx.rows<PostedRow>(sql`
    select due.*, r.entry_id as "entryId", r.posted_on as "postedOn", ${more}
    from (${sourceOf(kind)(condition, tx)}) as due
    join schedule_rows as r on r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = due.id
    ${kind === 'depreciation' ? sql`join assets as a on a.tenant_id = r.tenant_id and a.id = r.asset_id` : sql``}
    order by r.ends_on, r.id ${lock}`);
}
