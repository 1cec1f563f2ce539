import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';

export type ScheduleRow = {
  readonly every: 'off' | 'week' | 'month';
  readonly day: number;
  readonly minimumLevel: number;
  readonly sends: boolean;
  readonly nextOn: BusinessDate | null;
  readonly failure: string | null;
};

const off: ScheduleRow = { every: 'off', day: 1, minimumLevel: 1, sends: false, nextOn: null, failure: null };

/** When runs are proposed; locked until the end of the transaction when asked. */
export async function loadSchedule(tx: TenantTx, lock = false): Promise<ScheduleRow> {
  const [row] = await tx.rows<ScheduleRow>(sql`
    select every, day, minimum_level as "minimumLevel", sends, next_on as "nextOn", failure from dunning_schedules
    where tenant_id = ${tx.ctx.tenantId}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? off;
}

export async function saveSchedule(
  tx: TenantTx,
  { every, day, minimumLevel, sends, nextOn, failure }: ScheduleRow,
): Promise<void> {
  await tx.rows(sql`
    insert into dunning_schedules (tenant_id, every, day, minimum_level, sends, next_on, failure)
    values (${tx.ctx.tenantId}::uuid, ${every}, ${day}::integer, ${minimumLevel}::integer, ${sends}, ${nextOn}::date, ${failure})
    on conflict (tenant_id) do update set every = excluded.every, day = excluded.day, minimum_level = excluded.minimum_level,
      sends = excluded.sends, next_on = excluded.next_on, failure = excluded.failure`);
}

/** Tells why a day that has come brought no run. It stays due. */
export async function failSchedule(tx: TenantTx, failure: string): Promise<void> {
  await tx.rows(sql`update dunning_schedules set failure = ${failure} where tenant_id = ${tx.ctx.tenantId}::uuid`);
}

/** Whether a run is still to be decided, or under way. */
export async function isRunOpen(tx: TenantTx): Promise<boolean> {
  const rows = await tx.rows(sql`
    select from dunning_runs where tenant_id = ${tx.ctx.tenantId}::uuid and status in ('proposed', 'running') limit 1`);
  return rows.length > 0;
}
