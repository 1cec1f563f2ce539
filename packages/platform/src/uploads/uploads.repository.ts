import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

/** What an upload is for: the operation that began it, and the record that it belongs to. */
export type UploadPurpose = { readonly purpose: string; readonly subjectId: string };

export type Upload = UploadPurpose & {
  readonly id: string;
  readonly name: string;
  readonly byteCount: number;
  readonly sha256: string | null;
  readonly expiresAt: string;
};

export async function insertUpload(tx: TenantTx, upload: Upload): Promise<void> {
  const { id, purpose, subjectId, name, byteCount, sha256, expiresAt } = upload;
  await tx.rows(sql`
    insert into uploads (tenant_id, id, purpose, subject_id, name, byte_count, sha256, created_by, created_at, expires_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${purpose}, ${subjectId}::uuid, ${name}, ${byteCount}, ${sha256}, ${tx.ctx.actor.id}::uuid,
      ${tx.ctx.now}::timestamptz, ${expiresAt}::timestamptz)`);
}

type FoundUpload = Upload & { readonly isUsed: boolean; readonly isExpired: boolean };

/** An upload for this purpose, or null. */
export async function loadUpload(tx: TenantTx, id: string, { purpose, subjectId }: UploadPurpose): Promise<FoundUpload | null> {
  const [row] = await tx.rows<FoundUpload>(sql`
    select id, purpose, subject_id as "subjectId", name, byte_count as "byteCount", sha256, expires_at as "expiresAt",
           used_at is not null as "isUsed", expires_at < ${tx.ctx.now}::timestamptz as "isExpired"
    from uploads
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and purpose = ${purpose} and subject_id = ${subjectId}::uuid`);
  return row ?? null;
}

/** @returns false when somebody has used it before */
export async function markUsed(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    update uploads set used_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and used_at is null returning 1`);
  return rows.length === 1;
}

/** @returns ids of uploads that nobody can use any more, and that are forgotten now */
export async function deleteExpired(tx: TenantTx, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    delete from uploads
    where tenant_id = ${tx.ctx.tenantId}::uuid and id in (
      select id from uploads where tenant_id = ${tx.ctx.tenantId}::uuid and expires_at < ${tx.ctx.now}::timestamptz
      order by expires_at limit ${most})
    returning id`);
  return rows.map(({ id }) => id);
}
