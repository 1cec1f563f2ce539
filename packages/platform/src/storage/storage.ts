import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AtlasError, assert } from '@atlas/kernel';

export type StoredFile = { readonly key: string; readonly byteCount: number; readonly sha256: string };

/** Where uploaded and generated files live. Keys begin with the tenant's id; nothing is ever executed from here. */
export type Storage = {
  /** Takes a stream to its end. @throws AtlasError `imports.file_too_large` style code given by the caller when it is larger */
  put(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    limit: { readonly bytes: number; readonly code: string },
  ): Promise<StoredFile>;
  open(tenantId: string, key: string): Readable;
  remove(tenantId: string, key: string): Promise<void>;
};

const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** Storage in a folder: for one machine. A file appears under its key only when it is complete. */
export function folderStorage(folder: string): Storage {
  const pathOf = (tenantId: string, key: string): string => {
    assert(keyShape.test(key) && key.startsWith(`${tenantId}/`), 'a storage key belongs to its tenant');
    return join(folder, key);
  };
  return {
    put: async (tenantId, content, limit) => {
      const key = `${tenantId}/${randomUUID()}`;
      const path = pathOf(tenantId, key);
      const partial = `${path}.partial`;
      await mkdir(dirname(path), { recursive: true });
      const hash = createHash('sha256');
      let byteCount = 0;
      const measured = async function* () {
        for await (const chunk of content) {
          byteCount += chunk.length;
          if (byteCount > limit.bytes)
            throw new AtlasError(limit.code, `The file is larger than ${Math.floor(limit.bytes / 1_000_000)} MB.`);
          hash.update(chunk);
          yield chunk;
        }
      };
      try {
        await pipeline(measured, createWriteStream(partial));
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return { key, byteCount, sha256: hash.digest('hex') };
    },
    open: (tenantId, key) => createReadStream(pathOf(tenantId, key)),
    remove: (tenantId, key) => rm(pathOf(tenantId, key), { force: true }),
  };
}
