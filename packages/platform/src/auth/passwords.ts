import type { BetterAuthOptions } from 'better-auth';
import type { PrismaClient } from '../db/generated/client.ts';
import type { AuthMails } from './auth-mails.ts';

/** Long enough to find the mail; a link that is found later opens nothing. */
const resetSeconds = 30 * 60;

/**
 * Signing in with an e-mail address and a password. Better Auth hashes it with scrypt. Without mail there is no reset.
 *
 * Tokens and codes live in PostgreSQL, under the hash of what was mailed, with a copy in Redis: losing Redis loses none, and
 * who reads the database can use none.
 *
 * With mail, signing up answers alike whether there is an account or not, and signs nobody in: the mailbox does.
 */
export const passwords = (mails: AuthMails | null, users: PrismaClient['user']) =>
  ({
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      requireEmailVerification: mails !== null,
      ...(mails && {
        onExistingUserSignUp: async ({ user }) => mails.accountExists(user.email),
        resetPasswordTokenExpiresIn: resetSeconds,
        revokeSessionsOnPasswordReset: true,
        sendResetPassword: async ({ user, token }) => mails.resetPassword(user.email, token),
        onPasswordReset: async ({ user: { id, email, emailVerified } }) => {
          // Whoever opened the link reads the mail of this address.
          if (!emailVerified) await users.update({ where: { id }, data: { emailVerified: true } });
          await mails.passwordChanged(email);
        },
      }),
    },
    verification: { storeInDatabase: true, storeIdentifier: 'hashed' },
  }) satisfies BetterAuthOptions;
