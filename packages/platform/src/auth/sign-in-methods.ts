import type { Config } from '../config.ts';

/** Ways in besides a password, as far as this deployment is configured for them. */
export type SignInMethods = {
  readonly mail: boolean;
  readonly passkeys: boolean;
  readonly google: boolean;
  /** Site key of Turnstile where a person has to be seen; null where nobody looks. */
  readonly turnstile: string | null;
};

export const signInMethodsOf = (config: Config): SignInMethods => ({
  mail: config.BREVO_API_KEY !== undefined,
  passkeys: true,
  google: config.GOOGLE_CLIENT_ID !== undefined && config.GOOGLE_CLIENT_SECRET !== undefined,
  turnstile: config.TURNSTILE_SECRET_KEY === undefined ? null : (config.TURNSTILE_SITE_KEY ?? null),
});
