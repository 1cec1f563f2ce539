import type { Readable } from 'node:stream';
import { present } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { sql } from '../db/sql.ts';
import { readTransaction } from '../db/transaction.ts';

/** The bytes of an attached file, for somebody who was found to be allowed to read of it. */
export async function openAttachment(ctx: Ctx, attachmentId: string): Promise<Readable> {
  const [row] = await readTransaction(ctx, (tx) =>
    tx.rows<{ key: string }>(
      sql`select storage_key as key from attachments where tenant_id = ${ctx.tenantId}::uuid and id = ${attachmentId}::uuid`,
    ),
  );
  return ctx.storage.open(ctx.tenantId, present(row, 'it was just read of').key);
}
