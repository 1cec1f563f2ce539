import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '@atlas/kernel';
import { measured } from './measured.ts';
import { type Incoming, type Parcel, targetSeconds, type UploadSlot, uploadType } from './storage.ts';
import { slotKey } from './storage-key.ts';
import { type UploadPermit, uploadTokens } from './upload-token.ts';
import { writeWhole } from './write-whole.ts';

const refusal = (message: string): AtlasError => new AtlasError('upload_refused', message);

/** @throws AtlasError `upload_refused` when it is not what was permitted, as S3 refuses what was not signed */
function checkParcel(permit: UploadPermit | null, { uploadId, contentType, byteCount }: Parcel): UploadPermit {
  if (!permit || permit.uploadId !== uploadId) throw refusal('This address is not one that was given out.');
  if (permit.expiresAt < new Date().toISOString()) throw refusal('The time for these bytes is over. Begin the upload again.');
  if (contentType !== uploadType) throw refusal(`Send the bytes as ${uploadType}.`);
  if (byteCount !== permit.byteCount)
    throw refusal(`Send the ${permit.byteCount} bytes that were declared, with their Content-Length.`);
  return permit;
}

/** Uploads that come to the API itself, at addresses that a token makes good for one upload, its size and an hour. */
export function folderIncoming(folder: string, secret: string): Incoming {
  const tokens = uploadTokens(secret);
  const pathOf = (slot: UploadSlot): string => join(folder, slotKey(slot));
  return {
    target: async (slot, byteCount) => {
      const expiresAt = new Date(Date.now() + targetSeconds * 1000).toISOString();
      const token = tokens.write({ ...slot, byteCount, expiresAt });
      return {
        url: `/v1/uploads/${slot.uploadId}?token=${token}`,
        method: 'PUT',
        headers: { 'content-type': uploadType },
        expiresAt,
      };
    },
    size: async (slot) => {
      const found = await stat(pathOf(slot)).catch(() => null);
      return found?.size ?? null;
    },
    open: (slot) => createReadStream(pathOf(slot)),
    remove: (slot) => rm(pathOf(slot), { force: true }),
    receive: async (parcel) => {
      const permit = checkParcel(tokens.read(parcel.token), parcel);
      const file = measured(parcel.content, { bytes: permit.byteCount, code: 'upload_refused' });
      const path = pathOf(permit);
      await writeWhole(path, `${path}.${randomUUID()}.partial`, file.content());
    },
  };
}
