import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

/** A key as far as it takes to believe it. */
export type KeptKey = {
  readonly keyId: string;
  readonly serviceAccountId: string;
  /** Patterns of permissions. */
  readonly permissions: readonly string[];
  readonly digest: Buffer;
  /** Revoked, past its day, or of an account that was ended. */
  readonly ended: boolean;
};

export async function keyByPublicId(tx: TenantTx, publicId: string): Promise<KeptKey | undefined> {
  const [row] = await tx.rows<KeptKey>(sql`
    select k.id as "keyId", k.service_account_id as "serviceAccountId", k.permissions, k.digest,
      k.revoked_at is not null or coalesce(k.expires_at <= now(), false) or a.archived_at is not null as ended
    from api_keys as k join service_accounts as a on a.tenant_id = k.tenant_id and a.id = k.service_account_id
    where k.tenant_id = ${tx.ctx.tenantId}::uuid and k.public_id = ${publicId}`);
  return row;
}

export function saveKeyUse(tx: TenantTx, keyId: string): void {
  tx.tell(sql`
    update api_keys set last_used_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${keyId}::uuid`);
}
