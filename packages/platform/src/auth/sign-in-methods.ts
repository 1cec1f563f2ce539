import type { Config } from '../config.ts';

/** Ways in besides a password, as far as this deployment is configured for them. */
export type SignInMethods = {
  readonly mail: boolean;
  readonly passkeys: boolean;
  readonly google: boolean;
  /** Turnstile where a person has to be seen; null where nobody looks. */
  readonly turnstile: { readonly siteKey: string; readonly script: string } | null;
};

const turnstileOf = ({ TURNSTILE_SECRET_KEY: secret, TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SCRIPT: script }: Config) =>
  secret === undefined || siteKey === undefined ? null : { siteKey, script };

export const signInMethodsOf = (config: Config): SignInMethods => ({
  mail: config.BREVO_API_KEY !== undefined,
  passkeys: true,
  google: config.GOOGLE_CLIENT_ID !== undefined && config.GOOGLE_CLIENT_SECRET !== undefined,
  turnstile: turnstileOf(config),
});
