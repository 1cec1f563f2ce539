import type { upload } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { Outside } from '../operation.ts';
import { insertUpload, type Upload } from './uploads.repository.ts';

type Announced = Omit<Upload, 'id' | 'expiresAt'>;

/** An address for bytes that nobody knows of yet. */
export type Offer = Outside & z.output<typeof upload>;

/** As long as storage keeps what came in; the address is good for less. */
const usableMs = 24 * 3_600_000;

/** Makes an address for an upload, before a transaction begins: signing may have to ask for a credential. It leaves no trace. */
export async function offerUpload({ tenantId, storage }: Ctx, byteCount: number): Promise<Offer> {
  const id = uuidv7();
  const { url, method, headers, expiresAt } = await storage.incoming.target({ tenantId, uploadId: id }, byteCount);
  return { fingerprint: '', undo: async () => undefined, id, url, method, headers: { ...headers }, expiresAt };
}

/** Writes down what will come and what for; `useUpload` holds it to that. */
export async function beginUpload(tx: TenantTx, offer: Offer, announced: Announced): Promise<z.output<typeof upload>> {
  const { id, url, method, headers, expiresAt } = offer;
  const usableUntil = new Date(Date.parse(tx.ctx.now) + usableMs).toISOString();
  await insertUpload(tx, { ...announced, id, expiresAt: usableUntil });
  tx.record({ subjectId: announced.subjectId, after: { uploadId: id, ...announced } });
  return { id, url, method, headers, expiresAt };
}
