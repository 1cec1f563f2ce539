import { AtlasError } from '@atlas/kernel';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { captcha as turnstile } from 'better-auth/plugins/captcha';
import type { Config } from '../config.ts';
import { clientIpHeader } from '../http/client-ip.ts';

/** Failed attempts on an account, or from an address, after which signing in wants to see a person, too. */
const suspiciousAfter = 3;

/** Failed attempts on an account, or from an address when those are more. */
export type FailuresOf = (email: string, ip: string) => Promise<number>;

/** What costs us rows and mails, or somebody else their peace. */
const always: ReadonlySet<string> = new Set(['/sign-up/email', '/request-password-reset']);
const afterFailures = '/sign-in/email';

/** A person was seen, or Cloudflare's answer in our words. Nobody passes while it cannot be asked. */
async function refuse(answer: Response): Promise<never> {
  const { code, message } = (await answer.json()) as { code: string; message: string };
  if (answer.status >= 500) throw new AtlasError('unavailable', 'It cannot be seen whether a person is there. Try again soon.');
  throw new APIError(answer.status === 400 ? 'BAD_REQUEST' : 'FORBIDDEN', { code, message });
}

/**
 * Better Auth's check of a Turnstile token (`X-Captcha-Response`), behind its router: whatever way a path is written, it
 * is asked where the endpoint runs. Nothing where there is no secret key.
 */
export function captcha({ TURNSTILE_SECRET_KEY, TURNSTILE_URL }: Config, failuresOf: FailuresOf): BetterAuthPlugin[] {
  if (!TURNSTILE_SECRET_KEY) return [];
  const plugin = turnstile({
    provider: 'cloudflare-turnstile',
    secretKey: TURNSTILE_SECRET_KEY,
    siteVerifyURLOverride: TURNSTILE_URL,
    endpoints: ['**'],
  });
  const check = createAuthMiddleware(async ({ path, request, body, context }) => {
    if (!request) return;
    const { email } = (body ?? {}) as { email?: unknown };
    const ip = request.headers.get(clientIpHeader) ?? '';
    if (path === afterFailures && (await failuresOf(String(email), ip)) < suspiciousAfter) return;
    const answer = await plugin.onRequest(request, context);
    if (answer && 'response' in answer) await refuse(answer.response);
  });
  const matcher = ({ path }: { path?: string }): boolean => path === afterFailures || always.has(path ?? '');
  return [{ id: plugin.id, $ERROR_CODES: plugin.$ERROR_CODES, hooks: { before: [{ matcher, handler: check }] } }];
}
