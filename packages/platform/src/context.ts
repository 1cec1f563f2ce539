import type { OwnedTable } from '@atlas/contract';
import type { BusinessDate, Role, Scope } from '@atlas/kernel';
import { type People, unknownPeople } from './auth/people.ts';
import type { Database } from './db/database.ts';
import type { Storage } from './storage/storage.ts';
import type { Span } from './trace/span.ts';

/** Who acts. `may` answers for one permission, which is the name of an operation; unknown names are denied. */
export type Actor = {
  /** A person, a program with an API key, or Atlas itself. */
  readonly kind: 'user' | 'service' | 'system';
  readonly id: string | null;
  /** The administrator of Atlas who acts as this person. */
  readonly impersonatorId?: string;
  may(permission: string): boolean;
  /** The most that one document may be worth, decimal text; null, or nothing to ask, without a limit. */
  limit?(permission: string): string | null;
  /** Whose records may be reached; nothing to ask, everybody's. */
  scope?(permission: string): Scope | null;
  /** Names of fields that stay hidden; nothing to ask, none. */
  hides?(permission: string): readonly string[];
  /** Since when a person is a member; nothing to ask, for ever. */
  readonly joinedAt?: string;
  /** What a person's permissions come from. Atlas itself has no roles. */
  readonly roles?: readonly Role[];
};

/** Everything a command or query knows of its caller. The tenant comes only from a verified session or a message. */
export type Ctx = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** What one click in a browser set off: requests, and jobs that follow from them. */
  readonly traceId?: string;
  /** The work on it that is going on, where it is recorded. */
  readonly span?: Span;
  /** Instant of the request, RFC 3339 UTC. */
  readonly now: string;
  /** The business day of the request. */
  readonly today: BusinessDate;
  /** Makes a repeated command answer what it answered before, without doing it again. */
  readonly idempotencyKey?: string;
  readonly db: Database;
  readonly storage: Storage;
  /** Whose records the running operation reaches, and in which tables; left out, everybody's. PostgreSQL holds it to them. */
  readonly reach?: { readonly scope: Scope; readonly tables: readonly OwnedTable[] };
  /** Names of the fields that the running operation hides from the actor. */
  readonly hides?: readonly string[];
  /** Where people are looked for, by `peopleOf` a transaction. Jobs know none. */
  readonly people: People;
};

/** Atlas itself, in jobs: it may do what its handlers do. */
export const systemActor: Actor = { kind: 'system', id: null, may: () => true };

export type CtxInput = {
  readonly db: Database;
  readonly storage: Storage;
  readonly people?: People;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly traceId?: string;
  readonly span?: Span;
  readonly at?: Date;
  readonly idempotencyKey?: string;
};

/** Builds a context for this moment. */
export function contextOf({ at = new Date(), idempotencyKey, people = unknownPeople, ...rest }: CtxInput): Ctx {
  const now = at.toISOString();
  return {
    ...rest,
    people,
    now,
    today: now.slice(0, 10) as BusinessDate,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}
