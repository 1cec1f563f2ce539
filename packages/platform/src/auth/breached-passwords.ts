import { createHash } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';

const timeoutMs = 1500;

/** Where a password is chosen, and the field that holds it. */
const chosen: Readonly<Record<string, string>> = {
  '/sign-up/email': 'password',
  '/change-password': 'newPassword',
  '/set-password': 'newPassword',
  '/reset-password': 'newPassword',
};

/**
 * True when a password stands in a known breach. Only the first five characters of its hash leave the house, and the
 * answer is padded. A list that is away, slow or strange refuses nobody.
 */
async function isBreached(password: string, url: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  try {
    const answer = await fetch(`${url}/range/${hash.slice(0, 5)}`, {
      headers: { 'Add-Padding': 'true', 'User-Agent': 'Atlas ERP' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) return false;
    const line = (await answer.text()).split(/\r?\n/).find((each) => each.toUpperCase().startsWith(`${hash.slice(5)}:`));
    // Padding has lines that were seen no time at all.
    return line !== undefined && Number(line.split(':')[1]) > 0;
  } catch {
    return false;
  }
}

/**
 * Refuses passwords that are known from breaches, before anything else looks at them. Better Auth's own plugin for this
 * waits for the list as long as it takes and refuses everybody when it is away.
 */
export const breachedPasswords = (url: string) =>
  ({
    id: 'breached-passwords',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && path in chosen,
          handler: createAuthMiddleware(async (ctx) => {
            const password = (ctx.body as Record<string, unknown> | undefined)?.[chosen[ctx.path] ?? ''];
            if (typeof password === 'string' && (await isBreached(password, url)))
              throw new APIError('BAD_REQUEST', {
                code: 'PASSWORD_COMPROMISED',
                message: 'This password is known from a breach. Choose another one.',
              });
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
