import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { journalSchedule } from '../contract/journal-schedules.ts';

type Schedule = z.output<typeof journalSchedule>;
export type ScheduleRow = Omit<Schedule, 'total'> & {
  readonly totalMinor: bigint;
  readonly currency: string;
  readonly authorId: string | null;
};

const columns = sql`
  id, description, lines, total_minor as "totalMinor", currency, every_count as "everyCount", every_unit as "everyUnit",
  starts_on as "startsOn", ends_on as "endsOn", next_on as "nextOn", does, author_id as "authorId", failure, version,
  created_at as "createdAt"`;

export const viewSchedule = ({ totalMinor, currency, authorId: _author, ...row }: ScheduleRow): Schedule => ({
  ...row,
  total: moneyJson(totalMinor, currency),
});

export async function loadSchedule(tx: TenantTx, id: string, lock = false): Promise<ScheduleRow | null> {
  const [row] = await tx.rows<ScheduleRow>(sql`
    select ${columns} from journal_schedules
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

export async function insertSchedule(tx: TenantTx, row: ScheduleRow): Promise<void> {
  await tx.rows(sql`
    insert into journal_schedules (tenant_id, id, description, lines, total_minor, currency, every_count, every_unit, starts_on, ends_on,
      next_on, does, author_id, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.description}, ${JSON.stringify(row.lines)}::jsonb, ${row.totalMinor},
      ${row.currency}, ${row.everyCount}, ${row.everyUnit}, ${row.startsOn}::date, ${row.endsOn}::date, ${row.nextOn}::date, ${row.does},
      ${row.authorId}::uuid, ${row.createdAt}::timestamptz)`);
}

/** Says when a schedule comes next, and why it did not come this time. */
export async function moveSchedule(tx: TenantTx, id: string, nextOn: BusinessDate | null, failure: string | null): Promise<void> {
  await tx.rows(sql`
    update journal_schedules set next_on = ${nextOn}::date, failure = ${failure}, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** Tells why a date that is due was not posted. It stays due. */
export async function setFailure(tx: TenantTx, id: string, failure: string): Promise<void> {
  await tx.rows(sql`
    update journal_schedules set failure = ${failure} where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function pageOfSchedules(
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Schedule>> {
  const { items, nextCursor } = await readPage<ScheduleRow, 'createdAt'>(tx, {
    select: sql`select ${columns}, created_at as "sortValue" from journal_schedules`,
    where: [sql`tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`id`,
    sorts: { createdAt: { column: sql`created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit,
    cursor,
  });
  return { items: items.map(viewSchedule), nextCursor };
}

/** What is to be done in a tenant: a journal that recurs, or a reversal that was promised. */
export type Due = { readonly kind: 'schedule' | 'reversal'; readonly id: string; readonly dueOn: BusinessDate };

/** What is due first by a day, besides what was tried before. */
export async function firstDue(tx: TenantTx, through: BusinessDate, tried: readonly string[]): Promise<Due | null> {
  const [row] = await tx.rows<Due>(sql`
    select * from (
      select 'schedule' as kind, id, next_on as "dueOn" from journal_schedules
      where tenant_id = ${tx.ctx.tenantId}::uuid and next_on <= ${through}::date
      union all
      select 'reversal', entry_id, reverse_on from planned_reversals
      where tenant_id = ${tx.ctx.tenantId}::uuid and reverse_on <= ${through}::date
    ) as due where id <> all (${[...tried]}::uuid[]) order by "dueOn", id limit 1`);
  return row ?? null;
}

/** The next day on which something is due; null when nothing is. */
export async function nextDueOn(tx: TenantTx): Promise<BusinessDate | null> {
  const [row] = await tx.rows<{ day: BusinessDate | null }>(sql`
    select least(
      (select min(next_on) from journal_schedules where tenant_id = ${tx.ctx.tenantId}::uuid),
      (select min(reverse_on) from planned_reversals where tenant_id = ${tx.ctx.tenantId}::uuid)) as day`);
  return row?.day ?? null;
}
