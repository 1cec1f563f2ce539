/**
 * Calls of sign-in that pages make before anybody is known, by their paths below `/api/auth`. A page may tell how long one took: these names, and
 * no words of people, are what it can be told by.
 */
export const doorCalls = [
  'sign-up/email',
  'sign-in/email',
  'sign-in/email-otp',
  'sign-in/magic-link',
  'sign-in/social',
  'magic-link/verify',
  'email-otp/send-verification-otp',
  'verify-email',
  'request-password-reset',
  'reset-password',
  'two-factor/verify-totp',
  'two-factor/verify-backup-code',
  'passkey/generate-authenticate-options',
  'passkey/verify-authentication',
] as const;

/** Names a call by its path, as a span does: `auth.sign-in.email`. Undefined for one that is not made at the door. */
export function doorCallAt(path: string): string | undefined {
  const call = doorCalls.find((each) => `/${each}` === path.split('?')[0]);
  return call === undefined ? undefined : nameOfDoorCall(call);
}

/** The name of a call in a span. */
export const nameOfDoorCall = (call: (typeof doorCalls)[number]): string => `auth.${call.replaceAll('/', '.')}`;

/** What an answer at the door carries when its trace is recorded: who has it may tell the first span of that trace, and of no other. */
export const spanTicketHeader = 'X-Span-Ticket';
