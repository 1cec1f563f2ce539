import { emailOTP } from 'better-auth/plugins/email-otp';
import { magicLink } from 'better-auth/plugins/magic-link';
import { keyedHash, keyFor } from '../mail/seal.ts';
import type { AuthMails } from './auth-mails.ts';

const linkSeconds = 10 * 60;
const codeSeconds = 5 * 60;

/** What the code plugin offers beside signing in. Links do that better: a code of six digits may be guessed. */
export const notOffered = [
  '/email-otp/check-verification-otp',
  '/email-otp/verify-email',
  '/email-otp/request-password-reset',
  '/email-otp/reset-password',
  '/email-otp/request-email-change',
  '/email-otp/change-email',
  '/forget-password/email-otp',
];

/** Signing in with a link or a code from a mail, for people who have an account. */
export function mailedCodes(mails: AuthMails, secret: string) {
  const key = keyFor(secret, 'mailed-code');
  return [
    magicLink({
      expiresIn: linkSeconds,
      disableSignUp: true,
      storeToken: 'hashed',
      sendMagicLink: async ({ email, token }) => mails.signInLink(email, token),
    }),
    emailOTP({
      otpLength: 6,
      expiresIn: codeSeconds,
      allowedAttempts: 3,
      disableSignUp: true,
      // A plain hash of six digits is a list of a million lines.
      storeOTP: { hash: async (code) => keyedHash(key, code) },
      sendVerificationOTP: async ({ email, otp }) => mails.signInCode(email, otp),
    }),
  ] as const;
}
