import type { Upkeep } from '../module.ts';
import { deleteExpired } from './uploads.repository.ts';

const atOnce = 200;

/** Forgets uploads that are over, and throws their bytes away where no bucket does that itself. */
export const expireUploads: Upkeep = {
  name: 'platform.uploads.expire',
  run: async (tx) => {
    const { tenantId, storage } = tx.ctx;
    const ids = await deleteExpired(tx, atOnce);
    for (const uploadId of ids) await storage.incoming.remove?.({ tenantId, uploadId });
    return ids.length;
  },
};
