import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx, wakeOn } from '@atlas/platform';
import { journalsDue } from '../contract/events.ts';

/** Promises a reversal for a day that no fiscal year covers yet. */
export function planReversal(tx: TenantTx, entryId: string, reverseOn: BusinessDate): void {
  tx.tell(sql`
    insert into planned_reversals (tenant_id, entry_id, reverse_on)
    values (${tx.ctx.tenantId}::uuid, ${entryId}::uuid, ${reverseOn}::date)`);
  wakeOn(tx, journalsDue, reverseOn);
}

/** Lets one after the other reverse an entry: entries themselves are never locked, because they never change. */
export async function lockReversal(tx: TenantTx, entryId: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${entryId}, 20261201))`);
}

/** Takes the promise of a reversal that is made, or is no longer needed: locked for whoever keeps it. Null when it is gone. */
export async function takePlannedReversal(tx: TenantTx, entryId: string): Promise<{ reverseOn: BusinessDate } | null> {
  const [row] = await tx.rows<{ reverseOn: BusinessDate }>(sql`
    delete from planned_reversals where tenant_id = ${tx.ctx.tenantId}::uuid and entry_id = ${entryId}::uuid
    returning reverse_on as "reverseOn"`);
  return row ?? null;
}

export async function failReversal(tx: TenantTx, entryId: string, failure: string): Promise<void> {
  await tx.rows(sql`
    update planned_reversals set failure = ${failure}
    where tenant_id = ${tx.ctx.tenantId}::uuid and entry_id = ${entryId}::uuid`);
}
