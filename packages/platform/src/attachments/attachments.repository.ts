import type { attachment } from '@atlas/contract';
import type { z } from 'zod';
import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

export type Attachment = z.output<typeof attachment>;
/** What a file is attached to. */
export type Source = { readonly kind: string; readonly id: string };

const columns = sql`
  id, name, content_type as "contentType", byte_count as "byteCount", sha256, created_by as "createdBy", created_at as "createdAt"`;

export const attachmentsOf = (tx: TenantTx, { kind, id }: Source): Promise<Attachment[]> =>
  tx.rows<Attachment>(sql`
    select ${columns} from attachments
    where tenant_id = ${tx.ctx.tenantId}::uuid and source_kind = ${kind} and source_id = ${id}::uuid order by created_at, id`);

export type StoredAttachment = Attachment & { readonly storageKey: string };

/** One file with where its bytes are; null when it is attached to something else. */
export async function loadAttachment(tx: TenantTx, { kind, id }: Source, attachmentId: string): Promise<StoredAttachment | null> {
  const [row] = await tx.rows<StoredAttachment>(sql`
    select ${columns}, storage_key as "storageKey" from attachments
    where tenant_id = ${tx.ctx.tenantId}::uuid and source_kind = ${kind} and source_id = ${id}::uuid and id = ${attachmentId}::uuid`);
  return row ?? null;
}

export async function insertAttachment(tx: TenantTx, source: Source, row: StoredAttachment): Promise<void> {
  await tx.rows(sql`
    insert into attachments (tenant_id, id, source_kind, source_id, name, content_type, byte_count, sha256, storage_key, created_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${source.kind}, ${source.id}::uuid, ${row.name}, ${row.contentType}, ${row.byteCount},
      ${row.sha256}, ${row.storageKey}, ${row.createdBy}::uuid, ${row.createdAt}::timestamptz)`);
}

/** Deletes what is attached to something. @returns where the bytes are */
export async function deleteAttachmentsOf(tx: TenantTx, { kind, id }: Source): Promise<string[]> {
  const rows = await tx.rows<{ key: string }>(sql`
    delete from attachments where tenant_id = ${tx.ctx.tenantId}::uuid and source_kind = ${kind} and source_id = ${id}::uuid
    returning storage_key as key`);
  return rows.map(({ key }) => key);
}

export async function deleteAttachment(tx: TenantTx, attachmentId: string): Promise<void> {
  await tx.rows(sql`delete from attachments where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${attachmentId}::uuid`);
}
