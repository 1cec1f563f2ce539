import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Config } from '../config.ts';
import { challengeElsewhere } from './code-challenge.ts';
import { codeTerms } from './code-guesses.ts';

type Where = Pick<Config, 'PUBLIC_URL'>;

/**
 * A code from an app as second factor, and ten codes for who lost it. Secret and codes are encrypted with `AUTH_SECRET`.
 * Better Auth asks for it after a password; here, after everything that is one factor only.
 */
export function totp({ PUBLIC_URL }: Where) {
  const plugin = twoFactor({
    issuer: 'Atlas ERP',
    // Who came by Google or by mail has no password to show; a fresh proof is asked of everyone (`step-up.ts`).
    allowPasswordless: true,
    totpOptions: { digits: 6, period: 30 },
    backupCodeOptions: { amount: 10, storeBackupCodes: 'encrypted' },
    accountLockout: { enabled: true, maxFailedAttempts: codeTerms.attempts, durationSeconds: codeTerms.lockedSeconds },
    trustDeviceMaxAge: codeTerms.trustedDeviceSeconds,
  });
  const [afterPassword] = plugin.hooks.after;
  if (!afterPassword) throw new Error('Better Auth does not ask for second factors where this looks for it.');
  const elsewhere = challengeElsewhere(afterPassword.handler, new URL('/sign-in?step=second-factor', PUBLIC_URL));
  return { ...plugin, hooks: { after: [afterPassword, elsewhere] } };
}

/** A passkey stands for two factors, so its device must have made sure who holds it. */
function requireVerified(userVerified: boolean | undefined): void {
  if (!userVerified)
    throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED', message: 'The device did not make sure who you are.' });
}

/** Passkeys of the host where people reach the web app. */
export function passkeys({ PUBLIC_URL }: Where) {
  const { hostname, origin } = new URL(PUBLIC_URL);
  return passkey({
    rpID: hostname,
    rpName: 'Atlas ERP',
    origin,
    advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => requireVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
    },
  });
}
