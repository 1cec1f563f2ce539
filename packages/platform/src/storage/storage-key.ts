import { randomUUID } from 'node:crypto';
import { assert, isUuid } from '@atlas/kernel';
import type { UploadSlot } from './storage.ts';

const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

export const newKey = (tenantId: string): string => `${tenantId}/${randomUUID()}`;

/** A key, once it is sure that it is one of this tenant and leads nowhere else. */
export function checkedKey(tenantId: string, key: string): string {
  assert(keyShape.test(key) && key.startsWith(`${tenantId}/`), 'a storage key belongs to its tenant');
  return key;
}

/** Where the bytes of an upload arrive, below the place for what is incoming. */
export function slotKey({ tenantId, uploadId }: UploadSlot): string {
  assert(isUuid(tenantId) && isUuid(uploadId), 'an upload is named by ids');
  return `${tenantId}/${uploadId}`;
}
