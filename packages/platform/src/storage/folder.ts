import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderIncoming } from './folder-incoming.ts';
import { measured } from './measured.ts';
import type { Storage } from './storage.ts';
import { checkedKey, newKey } from './storage-key.ts';
import { writeWhole } from './write-whole.ts';

/** Storage in a folder: for one machine. A file appears under its key only when it is complete. */
export function folderStorage(folder: string, secret: string): Storage {
  const pathOf = (tenantId: string, key: string): string => join(folder, checkedKey(tenantId, key));
  return {
    put: async (tenantId, content, limit) => {
      const key = newKey(tenantId);
      const path = pathOf(tenantId, key);
      const file = measured(content, limit);
      await writeWhole(path, `${path}.partial`, file.content());
      return { key, ...file.end() };
    },
    open: (tenantId, key) => createReadStream(pathOf(tenantId, key)),
    remove: (tenantId, key) => rm(pathOf(tenantId, key), { force: true }),
    incoming: folderIncoming(join(folder, 'incoming'), secret),
  };
}
