import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Config } from '../config.ts';

/** Tokens are taken in the redirect only, bound to the browser by state, nonce and PKCE; one that leaked opens nothing. */
const refuseBareToken = createAuthMiddleware(async ({ body }) => {
  if ((body as { idToken?: unknown } | undefined)?.idToken !== undefined)
    throw new APIError('BAD_REQUEST', { code: 'ID_TOKEN_NOT_SUPPORTED', message: 'Sign in by the redirect.' });
});

/**
 * Whoever Google says has this address may have an account here only when Google has verified it; and it is linked to an
 * account that exists only when we have verified it, too. Otherwise one could wait in an account for its owner to come.
 */
const safeLinking = {
  account: {
    encryptOAuthTokens: true,
    accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true, allowDifferentEmails: false },
  },
  user: {
    validateUserInfo: ({ user, source }: { user: { emailVerified?: unknown }; source: { method: string } }) =>
      source.method === 'oauth' && user.emailVerified !== true
        ? { error: 'email_not_verified', errorDescription: 'Google has not verified this address.' }
        : undefined,
  },
};

/** Signing in with Google, an OpenID provider that says of itself where it is. Nothing where no client is configured. */
export function google({ GOOGLE_ISSUER, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }: Config): BetterAuthPlugin[] {
  if (!GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET) return [];
  const provider = {
    providerId: 'google',
    name: 'Google',
    discoveryUrl: `${GOOGLE_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: GOOGLE_CLIENT_ID,
    clientSecret: GOOGLE_CLIENT_SECRET,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    prompt: 'select_account' as const,
    requireIdTokenVerification: true,
  };
  const plugin = genericOAuth({ config: [provider] });
  return [
    {
      ...plugin,
      // Asked at the first sign-in, as Better Auth does for one that was away at the start: no start waits for Google.
      init: () => ({
        context: { genericOAuthPendingDiscovery: new Map([[provider.providerId, provider]]) },
        options: safeLinking,
      }),
      hooks: {
        before: [
          ...plugin.hooks.before,
          { matcher: ({ path }) => path === '/sign-in/social' || path === '/link-social', handler: refuseBareToken },
        ],
      },
    },
  ];
}
