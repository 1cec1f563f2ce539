import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { closingTask } from '../contract/closing.ts';

export type TaskRow = z.output<typeof closingTask>;

const key = (tx: TenantTx, id: string) => sql`t.tenant_id = ${tx.ctx.tenantId}::uuid and t.id = ${id}::uuid`;

/** What is done by hand in a period: what is on the list, and what was done before it was taken off. */
export function tasksOf(tx: TenantTx, periodId: string): Promise<TaskRow[]> {
  return tx.rows<TaskRow>(sql`
    select t.id, t.title, m.done_by as "doneBy", m.done_at as "doneAt" from closing_tasks as t
    left join closing_marks as m on m.tenant_id = t.tenant_id and m.task_id = t.id and m.period_id = ${periodId}::uuid
    where t.tenant_id = ${tx.ctx.tenantId}::uuid and (t.archived_at is null or m.done_at is not null)
    order by t.created_at, t.id`);
}

export async function loadTask(tx: TenantTx, id: string): Promise<TaskRow | null> {
  const [row] = await tx.rows<TaskRow>(sql`
    select t.id, t.title, null as "doneBy", null as "doneAt" from closing_tasks as t
    where ${key(tx, id)} and t.archived_at is null for update`);
  return row ?? null;
}

export async function insertTask(tx: TenantTx, { id, title }: Pick<TaskRow, 'id' | 'title'>): Promise<void> {
  await tx.rows(sql`
    insert into closing_tasks (tenant_id, id, title, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${title}, ${tx.ctx.now}::timestamptz)`);
}

export async function saveTaskArchived(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`update closing_tasks as t set archived_at = ${tx.ctx.now}::timestamptz where ${key(tx, id)}`);
}

/** Says that a task is done in a period, by whom and when; or takes that back. Who was first stays. */
export async function saveMark(tx: TenantTx, periodId: string, taskId: string, done: boolean): Promise<void> {
  await tx.rows(
    done
      ? sql`
        insert into closing_marks (tenant_id, period_id, task_id, done_by, done_at)
        values (${tx.ctx.tenantId}::uuid, ${periodId}::uuid, ${taskId}::uuid, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)
        on conflict do nothing`
      : sql`
        delete from closing_marks
        where tenant_id = ${tx.ctx.tenantId}::uuid and period_id = ${periodId}::uuid and task_id = ${taskId}::uuid`,
  );
}

/** How many tasks are not done in the periods of a fiscal year. */
export async function countUndone(tx: TenantTx, fiscalYearId: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::integer as count from accounting_periods as p
    join closing_tasks as t on t.tenant_id = p.tenant_id and t.archived_at is null
    where p.tenant_id = ${tx.ctx.tenantId}::uuid and p.fiscal_year_id = ${fiscalYearId}::uuid and not exists (
      select from closing_marks as m where m.tenant_id = p.tenant_id and m.period_id = p.id and m.task_id = t.id)`);
  return row?.count ?? 0;
}
