import { AtlasError } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { readTransaction } from '../db/transaction.ts';
import type { Outside } from '../operation.ts';
import type { Storage, StoredFile } from '../storage/storage.ts';
import { loadUpload, markUsed, type Upload, type UploadPurpose } from './uploads.repository.ts';

/** An upload as a file of its own that no sender can reach, or why it is none. */
export type TakenUpload = Outside &
  (
    | { readonly stored: StoredFile; readonly name: string; readonly refusal: null }
    | { readonly stored: null; readonly refusal: AtlasError }
  );

const incomplete = (message: string): AtlasError => new AtlasError('upload_incomplete', message);

/** Copies the bytes to where only Atlas writes: the address that they came to can still be written. */
async function copied(storage: Storage, tenantId: string, { id, byteCount, sha256 }: Upload): Promise<StoredFile> {
  const slot = { tenantId, uploadId: id };
  const size = await storage.incoming.size(slot);
  if (size === null) throw incomplete('Its bytes have not arrived. Send them to the address that was given, then try again.');
  if (size !== byteCount) throw incomplete(`${byteCount} bytes were announced, and ${size} arrived. Send them again.`);
  const stored = await storage.put(tenantId, storage.incoming.open(slot), { bytes: byteCount, code: 'upload_incomplete' });
  if (stored.byteCount === byteCount && (sha256 === null || sha256 === stored.sha256)) return stored;
  await storage.remove(tenantId, stored.key);
  throw incomplete('What arrived is not what was announced. Send it again.');
}

async function take(ctx: Ctx, uploadId: string, purpose: UploadPurpose): Promise<{ name: string; stored: StoredFile }> {
  const upload = await readTransaction(ctx, (tx) => loadUpload(tx, uploadId, purpose));
  if (!upload) throw new AtlasError('not_found', 'There is no such upload.');
  if (upload.isUsed) throw new AtlasError('upload_used', 'This upload was used before. Begin another one.');
  if (upload.isExpired) throw new AtlasError('upload_expired', 'This upload is over. Begin it again.');
  return { name: upload.name, stored: await copied(ctx.storage, ctx.tenantId, upload) };
}

/**
 * Makes an upload a file, before the transaction that uses it. Nothing that its sender said is believed. A refusal waits for the
 * transaction, which knows whether the request is a repetition.
 */
export async function takeUpload(ctx: Ctx, uploadId: string, purpose: UploadPurpose): Promise<TakenUpload> {
  try {
    const { name, stored } = await take(ctx, uploadId, purpose);
    return { fingerprint: '', undo: () => ctx.storage.remove(ctx.tenantId, stored.key), name, stored, refusal: null };
  } catch (refusal) {
    if (!(refusal instanceof AtlasError)) throw refusal;
    return { fingerprint: '', undo: async () => undefined, stored: null, refusal };
  }
}

/**
 * Uses an upload, in the transaction.
 *
 * @throws AtlasError `not_found` (also for another purpose), `upload_expired`, `upload_incomplete`, `upload_used`
 */
export async function useUpload(
  tx: TenantTx,
  uploadId: string,
  taken: TakenUpload,
): Promise<{ readonly name: string; readonly stored: StoredFile }> {
  const isFirst = await markUsed(tx, uploadId);
  if (taken.refusal) throw taken.refusal;
  if (!isFirst) throw new AtlasError('upload_used', 'This upload was used before. Begin another one.');
  return taken;
}
