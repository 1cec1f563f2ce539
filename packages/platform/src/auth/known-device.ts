import { timingSafeEqual } from 'node:crypto';
import { uuidv7 } from '@atlas/kernel';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import type { Config } from '../config.ts';
import { accountKeyOf } from '../limits/account.ts';
import { keyedHash, keyFor } from '../mail/seal.ts';

const path = '/api/auth';
const keptSeconds = 365 * 86_400;

type Where = Pick<Config, 'AUTH_SECRET' | 'PUBLIC_URL'>;

/**
 * Devices on which somebody has signed in to an account before (OWASP's device cookie). The cookie lets nobody in. It keeps
 * strangers who guess from making its person wait: they are counted apart. No device is written down; the cookie is signed,
 * for one account, and a new one at each sign-in.
 */
export type KnownDevices = {
  /** Which device of an account sends a cookie, or null: then it is a stranger's. */
  idIn(cookies: string | undefined, email: string): string | null;
  /** The cookie for an account that was signed in to just now. */
  issue(email: string): { readonly name: string; readonly value: string };
};

export function knownDevices({ AUTH_SECRET, PUBLIC_URL }: Where): KnownDevices {
  const key = keyFor(AUTH_SECRET, 'known-device');
  const prefix = PUBLIC_URL.startsWith('https://') ? '__Secure-' : '';
  const nameFor = (email: string): string =>
    `${prefix}atlas.device.${keyedHash(key, `name ${accountKeyOf(email)}`).slice(0, 16)}`;
  const signatureOf = (email: string, id: string, issuedAt: string): Buffer =>
    Buffer.from(keyedHash(key, `device ${accountKeyOf(email)} ${id} ${issuedAt}`));
  return {
    idIn: (cookies, email) => {
      const start = `${nameFor(email)}=`;
      const found = cookies?.split('; ').find((cookie) => cookie.startsWith(start));
      const [id = '', issuedAt = '', signature = ''] = found?.slice(start.length).split('.') ?? [];
      const [given, right] = [Buffer.from(signature), signatureOf(email, id, issuedAt)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return Number(issuedAt) + keptSeconds > Date.now() / 1000 ? id : null;
    },
    issue: (email) => {
      const [id, issuedAt] = [uuidv7(), String(Math.floor(Date.now() / 1000))];
      return { name: nameFor(email), value: `${id}.${issuedAt}.${signatureOf(email, id, issuedAt)}` };
    },
  };
}

/** Makes a device known to the account that was signed in to on it, whatever the way in was. */
export function rememberDevice(where: Where) {
  const devices = knownDevices(where);
  const secure = where.PUBLIC_URL.startsWith('https://');
  const remember = createAuthMiddleware(async (ctx) => {
    const { newSession, internalAdapter } = ctx.context;
    // A session that waits for a second factor is gone again.
    if (!newSession || !(await internalAdapter.findSession(newSession.session.token))) return;
    const { name, value } = devices.issue(newSession.user.email);
    ctx.setCookie(name, value, { path, maxAge: keptSeconds, httpOnly: true, sameSite: 'lax', secure });
  });
  return {
    id: 'known-device',
    hooks: { after: [{ matcher: ({ headers }) => headers !== undefined, handler: remember }] },
  } satisfies BetterAuthPlugin;
}
