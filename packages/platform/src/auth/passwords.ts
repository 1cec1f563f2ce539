import type { BetterAuthOptions } from 'better-auth';

/** Signing in with an e-mail address and a password. Better Auth hashes it with scrypt. */
export const passwords = {
  emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200, requireEmailVerification: false },
} satisfies BetterAuthOptions;
