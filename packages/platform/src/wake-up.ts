import type { EventSpec } from '@atlas/contract';
import type { BusinessDate } from '@atlas/kernel';
import { sql } from './db/sql.ts';
import type { TenantTx } from './db/tenant-tx.ts';

/**
 * Asks for an event without a payload on a day, or at once when that day has come: the worker's relay makes a message of it,
 * once, whichever process dies when. Of several days that are asked for, the earliest counts; who is woken looks for what is
 * due by itself, and asks for the next day.
 */
export function wakeOn(tx: TenantTx, { name }: EventSpec, day: BusinessDate): void {
  tx.tell(sql`
    insert into wake_ups (tenant_id, name, due_on) values (${tx.ctx.tenantId}::uuid, ${name}, ${day}::date)
    on conflict (tenant_id, name) do update set due_on = least(wake_ups.due_on, excluded.due_on)`);
}
