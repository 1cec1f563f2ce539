import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Redis } from '../cache/redis.ts';
import { type AccessReader, type Admission, readCopies } from './access.ts';
import type { Auth } from './auth.ts';
import { authKey, type SessionCopy } from './session-copies.ts';
import { isOver, prolonged } from './session-life.ts';

/** Who is behind a request, as far as a verified session says. */
export type Principal = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly tenantId: string | null;
  readonly role: string | null;
  /** What the permissions come from; null without a workspace. */
  readonly access: Admission | null;
  /** Set while an administrator of Atlas acts as this person. */
  readonly impersonation: Impersonation | null;
  /** When they last proved who they are. */
  readonly authenticatedAt: string;
};

/** Who acts as somebody else, why and until when. */
export type Impersonation = { readonly by: string; readonly name: string; readonly reason: string; readonly until: string };

const impersonationIn = ({ session }: SessionCopy): Impersonation | null => {
  const { impersonatedBy: by, impersonatorName: name, impersonationReason: reason, expiresAt } = session;
  return by && name && reason ? { by, name, reason, until: new Date(expiresAt).toISOString() } : null;
};

/** The workspace that is asked for, or that of the session. An administrator who acts as somebody does so in one workspace. */
function tenantFor({ session }: SessionCopy, workspace: string | null): string | null {
  const own = session.activeOrganizationId ?? null;
  if (workspace === null || workspace === own) return own;
  return session.impersonatedBy ? null : workspace;
}

const principalOf = (stored: SessionCopy, tenantId: string | null, access: Admission | null): Principal => ({
  userId: stored.session.userId,
  email: stored.user.email,
  name: stored.user.name,
  tenantId: access === null ? null : tenantId,
  role: access?.role ?? null,
  access,
  impersonation: impersonationIn(stored),
  authenticatedAt: new Date(stored.session.authenticatedAt).toISOString(),
});

/** How long a process may go on with what it read: a revoked session is dead everywhere after this. */
const memoryMs = 1000;
const maxRemembered = 10_000;
/** Tabs of one session that are open in different workspaces. */
const maxWorkspaces = 20;

type Remembered = { readonly until: number; readonly principal: Principal | null };

/** `token.signature` of the session cookie, or null. Of two with its name the first counts, as it does for Better Auth. */
function cookieValue(header: string | undefined, cookieName: string): string | null {
  if (!header) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === cookieName) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
}

/** The token when its HMAC-SHA256 signature is ours. */
function verifiedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.');
  if (dot <= 0) return null;
  const expected = createHmac('sha256', secret).update(value.slice(0, dot)).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value.slice(0, dot) : null;
}

export type PrincipalReader = {
  /**
   * @param workspace id of the one that is asked for; the session's own when left out. In one where the person is no
   *   member they are without a workspace.
   * @param anew whether what this process remembers does not count: another one may have changed the session just now
   */
  (cookie: string | undefined, workspace?: string | null, anew?: boolean): Promise<Principal | null>;
  /** To be called when the session behind a cookie may have changed: another workspace, signed out. */
  forget(cookie: string | undefined): void;
};

/**
 * Reads the person behind a cookie: signature here, session and access in one round trip to Redis, remembered for a
 * second. On a miss session, membership and the tenant's roles are looked for in PostgreSQL.
 */
export function principalReader(auth: Auth, redis: Redis, secret: string, accessOf: AccessReader): PrincipalReader {
  /** By token, and by the workspace that was asked for. */
  const remembered = new Map<string, Map<string | null, Remembered>>();

  /** What PostgreSQL says; kept for whoever asks next. */
  const ask = async (token: string): Promise<SessionCopy | null> => {
    const asked = Date.now();
    const stored = await auth.sessionOf(token);
    if (stored) await auth.copies.keep(token, stored, asked);
    return stored;
  };

  const read = async (token: string, workspace: string | null): Promise<Principal | null> => {
    const [cached, copy] = await readCopies(redis, authKey(token), workspace);
    const stored = (await auth.copies.believe(token, cached)) ?? (await ask(token));
    if (!stored || isOver(stored.session)) return null;
    const until = prolonged(stored.session);
    if (until && !(await auth.prolong(token, until))) return null;
    const tenantId = tenantFor(stored, workspace);
    return principalOf(stored, tenantId, tenantId ? await accessOf(tenantId, stored.session.userId, copy) : null);
  };

  let changes = 0;
  /** Tokens by the signed value that they came in: a signature that was good stays good. Only good ones take room. */
  const verified = new Map<string, string>();
  const tokenOf = (cookie: string | undefined): string | null => {
    const value = cookieValue(cookie, auth.sessionCookie);
    if (value === null) return null;
    const known = verified.get(value);
    if (known !== undefined) return known;
    const token = verifiedToken(value, secret);
    if (verified.size >= maxRemembered) verified.clear();
    if (token) verified.set(value, token);
    return token;
  };

  const remember = (token: string, workspace: string | null, what: Remembered): void => {
    if (remembered.size >= maxRemembered) remembered.clear();
    const ofToken = remembered.get(token) ?? new Map<string | null, Remembered>();
    if (ofToken.size >= maxWorkspaces) ofToken.clear();
    remembered.set(token, ofToken.set(workspace, what));
  };

  const reader = async (cookie: string | undefined, workspace: string | null = null, anew = false): Promise<Principal | null> => {
    const token = tokenOf(cookie);
    if (!token) return null;
    const known = remembered.get(token)?.get(workspace);
    if (!anew && known && known.until > Date.now()) return known.principal;
    const changesBefore = changes;
    // From before the look, so that what is revoked right after it is not remembered for longer.
    const until = Date.now() + memoryMs;
    const principal = await read(token, workspace);
    // What was read while a session changed may be what it was before.
    if (changes === changesBefore) remember(token, workspace, { until, principal });
    return principal;
  };
  const forget = (cookie: string | undefined): void => {
    const token = tokenOf(cookie);
    changes++;
    if (token) remembered.delete(token);
  };
  return Object.assign(reader, { forget });
}
