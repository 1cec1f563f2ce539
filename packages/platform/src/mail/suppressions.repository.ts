import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

/** Why an address gets no mail any more, or null when it does. */
export async function suppressionOf(tx: TenantTx, addressHash: string): Promise<string | null> {
  const [row] = await tx.rows<{ reason: string }>(
    sql`select reason from mail_suppressions where tenant_id = ${tx.ctx.tenantId}::uuid and address_hash = ${addressHash}`,
  );
  return row?.reason ?? null;
}

/** @returns whether the address got mail until now */
export async function insertSuppression(tx: TenantTx, addressHash: string, reason: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into mail_suppressions (tenant_id, address_hash, reason, created_at)
    values (${tx.ctx.tenantId}::uuid, ${addressHash}, ${reason}, ${tx.ctx.now}::timestamptz)
    on conflict do nothing returning 1`);
  return rows.length === 1;
}
