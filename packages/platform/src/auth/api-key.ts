import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isUuid } from '@atlas/kernel';

/**
 * An API key: `atlas_<public id>_<tenant and secret>`. It names its tenant, so that it is looked up inside that tenant and
 * nowhere else; whether it speaks the truth its secret decides, of which Atlas keeps a digest only.
 */
export type ApiKeyParts = {
  readonly tenantId: string;
  /** What people know the key by. */
  readonly publicId: string;
  /** SHA-256: a secret of 256 random bits needs no slow hash. */
  readonly digest: Buffer;
};

const shape = /^atlas_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{64})$/;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const tenantBytes = 16;
const secretBytes = 32;

const digestOf = (secret: Uint8Array): Buffer => createHash('sha256').update(secret).digest();

/** Twelve letters and digits, each as likely as the others. */
function newPublicId(): string {
  let id = '';
  while (id.length < 12) for (const byte of randomBytes(24)) if (byte < 248 && id.length < 12) id += letters[byte % 62];
  return id;
}

const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A new key of a tenant. Its text is shown once and kept nowhere. */
export function newApiKey(tenantId: string): ApiKeyParts & { readonly text: string } {
  const secret = randomBytes(secretBytes);
  const publicId = newPublicId();
  const tail = Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), secret]).toString('base64url');
  return { tenantId, publicId, digest: digestOf(secret), text: `atlas_${publicId}_${tail}` };
}

/** What a text says when it has the shape of a key, or null. */
export function readApiKey(text: string): ApiKeyParts | null {
  const [, publicId, tail] = shape.exec(text) ?? [];
  if (!publicId || !tail) return null;
  const bytes = Buffer.from(tail, 'base64url');
  const tenantId = uuidOf(bytes.subarray(0, tenantBytes));
  return isUuid(tenantId) ? { tenantId, publicId, digest: digestOf(bytes.subarray(tenantBytes)) } : null;
}

/** Whether a key is the one that a digest was kept of, in the same time for every answer. */
export const isSameKey = (given: ApiKeyParts, kept: Uint8Array): boolean =>
  given.digest.length === kept.length && timingSafeEqual(given.digest, kept);
