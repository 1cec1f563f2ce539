import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { goodStanding, type Standing } from './standing.ts';

/** The standing of the transaction's own workspace. */
export async function standingOf(tx: TenantTx): Promise<Standing> {
  const [row] = await tx.rows<Standing>(sql`
    select suspended_reason as "suspendedReason", trial_ends_at as "trialEndsAt", flags
    from workspace_standing where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? goodStanding;
}
