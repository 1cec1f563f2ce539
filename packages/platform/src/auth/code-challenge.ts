import type { AuthMiddleware } from 'better-auth/api';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';

/** Other ways in that show one factor only: who reads the mail, or holds the account at Google. */
const paths: ReadonlySet<string> = new Set([
  '/sign-in/email-otp',
  '/sign-in/social',
  '/magic-link/verify',
  '/verify-email',
  '/callback/:id',
]);

/**
 * Asks for the second factor where Better Auth does not: it knows of passwords only, and a mailbox would open what a
 * password alone does not. `challenge` is its own answer to a sign-in, `page` where a browser goes on.
 */
export const challengeElsewhere = (challenge: AuthMiddleware, page: URL) => ({
  matcher: ({ path }: { path?: string }) => paths.has(path ?? ''),
  handler: createAuthMiddleware(async (ctx) => {
    const { newSession, authCookies, secret, returned } = ctx.context;
    if (!newSession) return;
    const held = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
    // A link that was followed by someone who is signed in renews their cookie.
    if (held === newSession.session.token) return;
    const made = (await challenge({ ...ctx, returnHeaders: true })) as unknown as { headers: Headers; response?: object };
    for (const cookie of made.headers.getSetCookie()) ctx.responseHeaders?.append('set-cookie', cookie);
    // Where a browser was to go on to a page, it goes to the one that asks for the code.
    if (made.response && isAPIError(returned) && returned.status === 'FOUND') throw ctx.redirect(page.toString());
    return made.response;
  }),
});
