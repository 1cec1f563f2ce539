/** Turnstile of this Atlas: its site key, and where its script is. */
export type TurnstileWidget = { readonly siteKey: string; readonly script: string };

/** Which ways in this Atlas offers besides a password. */
export type SignInMethods = {
  readonly mail: boolean;
  readonly passkeys: boolean;
  readonly google: boolean;
  /** The widget that shows that a person is there, where that is asked for. */
  readonly turnstile: TurnstileWidget | null;
};

const passwordOnly: SignInMethods = { mail: false, passkeys: false, google: false, turnstile: null };
const keptMs = 60_000;

let kept: { readonly methods: SignInMethods; readonly until: number } | null = null;

/** Asks the API, at most once a minute; where it does not answer, a password still leads in. On the server only. */
export async function readSignInMethods(): Promise<SignInMethods> {
  if (kept && kept.until > Date.now()) return kept.methods;
  const answer = await fetch(`${process.env.API_URL}/v1/sign-in-methods`, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return passwordOnly;
  const methods = { ...passwordOnly, ...((await answer.json()) as Partial<SignInMethods>) };
  kept = { methods, until: Date.now() + keptMs };
  return methods;
}
