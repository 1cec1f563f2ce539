import type { BetterAuthOptions } from 'better-auth';
import type { AuthMails } from './auth-mails.ts';

/** Long enough to find the mail; a link that is found later opens nothing. */
const resetSeconds = 30 * 60;
const verificationSeconds = 60 * 60;

/**
 * Signing in with an e-mail address and a password. Better Auth hashes it with scrypt. Without mail there is no reset.
 *
 * Tokens and codes live in PostgreSQL, under the hash of what was mailed, with a copy in Redis: losing Redis loses none, and
 * who reads the database can use none.
 */
export const passwords = (mails: AuthMails | null) =>
  ({
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      requireEmailVerification: false,
      ...(mails && {
        resetPasswordTokenExpiresIn: resetSeconds,
        revokeSessionsOnPasswordReset: true,
        sendResetPassword: async ({ user, token }) => mails.resetPassword(user.email, token),
        onPasswordReset: async ({ user }) => mails.passwordChanged(user.email),
      }),
    },
    ...(mails && {
      emailVerification: {
        sendOnSignUp: true,
        autoSignInAfterVerification: true,
        expiresIn: verificationSeconds,
        sendVerificationEmail: async ({ user, token }) => mails.verifyEmail(user.email, token),
      },
    }),
    verification: { storeInDatabase: true, storeIdentifier: 'hashed' },
  }) satisfies BetterAuthOptions;
