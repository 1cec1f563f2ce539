import type { Copies } from '../cache/copies.ts';
import type { Redis } from '../cache/redis.ts';

/** What Better Auth keeps in Redis, by its own name for it. Of a session that is its token. */
export const authKey = (key: string): string => `atlas:auth:${key}`;

/** A session and its person, as Redis keeps them. */
export type SessionCopy = {
  readonly session: {
    readonly userId: string;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly authenticatedAt: string;
    readonly activeOrganizationId?: string | null;
    readonly impersonatedBy?: string | null;
    readonly impersonatorName?: string | null;
    readonly impersonationReason?: string | null;
  };
  readonly user: { readonly email: string; readonly name: string };
  /** When PostgreSQL was asked. */
  readonly checkedAt?: number;
};

export type SessionCopies = {
  /** What a copy says, or null when PostgreSQL has to be asked. */
  believe(token: string, copy: string | null): Promise<SessionCopy | null>;
  /** Keeps what PostgreSQL said at a moment, unless the session has changed since. */
  keep(token: string, copy: SessionCopy, checkedAt: number): Promise<void>;
  /** To be called when a session has changed or ended in PostgreSQL. */
  supersede(token: string): Promise<void>;
};

const dropIfSame = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/**
 * Copies of sessions. While Redis was away, sessions ended and changed whose copies are in its file; whoever was to remove
 * them may be gone. So a process believes copies only that are younger than its connection.
 */
export function sessionCopies(redis: Redis, copies: Copies): SessionCopies {
  let connectedAt = Date.now();
  redis.on('ready', () => {
    connectedAt = Date.now();
  });
  return {
    believe: async (token, text) => {
      if (!text) return null;
      const copy = JSON.parse(text) as SessionCopy;
      if ((copy.checkedAt ?? 0) >= connectedAt) return copy;
      // For others, too: one who has been connected for longer would go on believing it.
      await redis.eval(dropIfSame, 1, authKey(token), text).catch(() => undefined);
      return null;
    },
    keep: async (token, { session, user }, checkedAt) => {
      const seconds = Math.floor((new Date(session.expiresAt).getTime() - Date.now()) / 1000);
      if (seconds > 0) await copies.setNew(authKey(token), JSON.stringify({ session, user, checkedAt }), seconds);
    },
    supersede: (token) => copies.supersede(authKey(token)),
  };
}
