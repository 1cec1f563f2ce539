import type { BetterAuthOptions } from 'better-auth';
import type { AuthMails } from './auth-mails.ts';
import type { MailCooldown } from './mail-cooldown.ts';

const verificationSeconds = 60 * 60;

/** Where somebody was going when they signed up: to an invitation, for example. Only a path; the page looks at it again. */
function wayBack(url: string): string | null {
  const next = new URL(url).searchParams.get('callbackURL');
  return next?.startsWith('/') && next !== '/' ? next : null;
}

const isSignIn = (request?: Request): boolean => request?.url.split('?')[0]?.endsWith('/sign-in/email') ?? false;

/**
 * Nobody signs in before they have shown that the address is theirs: by the link that signing up mails, or by the one that
 * the right password mails as long as they have not. Nothing where no mail is sent.
 */
export const addressProof = (mails: AuthMails | null, cooldown: MailCooldown) =>
  (mails
    ? {
        emailVerification: {
          sendOnSignUp: true,
          sendOnSignIn: true,
          autoSignInAfterVerification: true,
          expiresIn: verificationSeconds,
          sendVerificationEmail: async ({ user, url, token }, request) => {
            // Signing in again and again mails once a minute: whoever chose the password may not own the mailbox.
            if (isSignIn(request) && (await cooldown('verify-email', user.email)) > 0) return;
            await mails.verifyEmail(user.email, token, wayBack(url));
          },
        },
      }
    : {}) satisfies BetterAuthOptions;
