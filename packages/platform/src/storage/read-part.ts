import { buffer } from 'node:stream/consumers';
import { fileParts } from '@atlas/contract';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';

type Kept = { readonly key: string; readonly fileName: string; readonly mediaType: string };

/** A part of a file that is kept, as it is answered: small enough for a function. */
export async function readPart(
  { storage, tenantId }: Pick<Ctx, 'storage' | 'tenantId'>,
  { key, fileName, mediaType }: Kept,
  part: number,
): Promise<z.output<typeof fileParts.filePart>> {
  const bytes = await buffer(storage.open(tenantId, key));
  const end = (part + 1) * fileParts.partBytes;
  return {
    fileName,
    mediaType,
    content: bytes.subarray(part * fileParts.partBytes, end).toString('base64'),
    nextPart: end < bytes.length ? part + 1 : null,
  };
}
