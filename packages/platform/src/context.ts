import type { BusinessDate } from '@atlas/kernel';
import type { Database } from './db/database.ts';
import type { Storage } from './storage/storage.ts';

/** Who acts. `may` answers for one permission, which is the name of an operation; unknown names are denied. */
export type Actor = {
  readonly kind: 'user' | 'system';
  readonly id: string | null;
  may(permission: string): boolean;
};

/** Everything a command or query knows of its caller. The tenant comes only from a verified session or a message. */
export type Ctx = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** Instant of the request, RFC 3339 UTC. */
  readonly now: string;
  /** The business day of the request. */
  readonly today: BusinessDate;
  /** Makes a repeated command answer what it answered before, without doing it again. */
  readonly idempotencyKey?: string;
  readonly db: Database;
  readonly storage: Storage;
};

/** Atlas itself, in jobs: it may do what its handlers do. */
export const systemActor: Actor = { kind: 'system', id: null, may: () => true };

export type CtxInput = {
  readonly db: Database;
  readonly storage: Storage;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at?: Date;
  readonly idempotencyKey?: string;
};

/** Builds a context for this moment. */
export function contextOf({ at = new Date(), idempotencyKey, ...rest }: CtxInput): Ctx {
  const now = at.toISOString();
  return { ...rest, now, today: now.slice(0, 10) as BusinessDate, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}
