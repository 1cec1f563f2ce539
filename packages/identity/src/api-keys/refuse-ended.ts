import { AtlasError } from '@atlas/kernel';
import type { ApiKey } from './api-keys.repository.ts';

/** @throws AtlasError `identity.key_ended` */
export function refuseEnded({ revokedAt, expiresAt, publicId }: ApiKey, now: string): void {
  if (revokedAt !== null || (expiresAt !== null && expiresAt <= now))
    throw new AtlasError('identity.key_ended', `The key ${publicId} does not work any more.`);
}
