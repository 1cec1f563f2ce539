import type { apiKey, serviceAccount } from '@atlas/identity/contract';
import type { z } from 'zod';

export type ApiKey = z.output<typeof apiKey>;
export type ServiceAccount = z.output<typeof serviceAccount>;
export type KeyState = 'works' | 'endsSoon' | 'expired' | 'revoked' | 'idle';

const day = 86_400_000;
const soon = 14 * day;

type Ends = Pick<ApiKey, 'revokedAt' | 'expiresAt'>;

/** Whether a key works, and whether it is time to exchange it. The keys of a program that was ended do nothing any more. */
export function stateOf({ revokedAt, expiresAt }: Ends, { archivedAt }: Pick<ServiceAccount, 'archivedAt'>, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt === null) return archivedAt === null ? 'works' : 'idle';
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (left <= 0) return 'expired';
  if (archivedAt !== null) return 'idle';
  return left <= soon ? 'endsSoon' : 'works';
}

export const hasEnded = (state: KeyState): boolean => state !== 'works' && state !== 'endsSoon';

/** How long a new key may work, in days; null: without an end. */
export const lifetimes = [30, 90, 180, 365, null] as const;

export const endOf = (days: number | null, now: Date): string | null =>
  days === null ? null : new Date(now.getTime() + days * day).toISOString();

/** How long a key and its successor both work, in hours. */
export const overlaps = [0, 1, 24, 168, 720] as const;
