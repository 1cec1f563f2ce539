import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';

/** A code is right for its half minute and for one before and after it: for clocks that are not quite ours. */
const rightForMs = 2 * 60_000;

const verifyTotp = ({ path }: { path?: string }): boolean => path === '/two-factor/verify-totp';

/** Whose code it is: of who is signed in, or of who answers a challenge. */
async function whose(ctx: GenericEndpointContext): Promise<string | null> {
  const session = await getSessionFromCtx(ctx);
  if (session) return session.user.id;
  const { name } = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
  return (challenge && (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value) || null;
}

/** Claims a code in PostgreSQL, where it stays claimed whatever Redis forgets. False when somebody has claimed it. */
async function claim({ context: { internalAdapter } }: GenericEndpointContext, identifier: string): Promise<boolean> {
  const reserve = () =>
    internalAdapter.reserveVerificationValue({ identifier, value: 'used', expiresAt: new Date(Date.now() + rightForMs) });
  if (await reserve()) return true;
  const before = await internalAdapter.findVerificationValue(identifier);
  // Some day the same six digits come again.
  if (before && new Date(before.expiresAt).getTime() > Date.now()) return false;
  await internalAdapter.deleteVerificationByIdentifier(identifier);
  return reserve();
}

/**
 * A code of an app opens once: whoever looked over a shoulder, or listened, has nothing. It is claimed before it is looked
 * at, so that of two at once one comes too late, and given back when it was wrong.
 */
export function codesOnce() {
  const claims = new WeakMap<Request, string>();
  const before = createAuthMiddleware(async (ctx) => {
    const { code } = (ctx.body ?? {}) as { code?: unknown };
    const userId = typeof code === 'string' ? await whose(ctx) : null;
    if (userId === null || !ctx.request) return;
    const identifier = `totp-used:${userId}:${code}`;
    if (!(await claim(ctx, identifier))) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' });
    claims.set(ctx.request, identifier);
  });
  const after = createAuthMiddleware(async (ctx) => {
    const identifier = ctx.request && claims.get(ctx.request);
    if (identifier !== undefined && isAPIError(ctx.context.returned))
      await ctx.context.internalAdapter.deleteVerificationByIdentifier(identifier);
  });
  return {
    id: 'codes-once',
    hooks: {
      before: [{ matcher: verifyTotp, handler: before }],
      after: [{ matcher: verifyTotp, handler: after }],
    },
  } satisfies BetterAuthPlugin;
}
