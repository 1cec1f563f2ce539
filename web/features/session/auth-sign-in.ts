'use client';
import { ProblemError } from '@atlas/sdk';
import { moveTab } from '@/lib/workspace.ts';
import { auth } from './auth-call.ts';

/** What a way in answers: signed in, or a second factor is still to be shown. */
export type SignedIn = { twoFactorRedirect?: boolean };

/** What proves to the sign-in service that a person is there; left out where nothing asks for it. */
export type Human = { captcha?: string | undefined };

const proofOf = ({ captcha }: Human) => (captcha ? { 'x-captcha-response': captcha } : {});

/**
 * Makes an account; mails to it are in the language of `locale`. Without a token the way in is mailed, and goes on to
 * `callbackURL`: what is answered does not tell whether there was an account before.
 */
export const signUp = (
  input: { name: string; email: string; password: string; locale: string; callbackURL: string },
  human: Human = {},
) => auth<{ token: string | null }>('/sign-up/email', input, proofOf(human));
export const signIn = (input: { email: string; password: string; callbackURL?: string }, human: Human = {}) =>
  auth<SignedIn>('/sign-in/email', input, proofOf(human));

/** Whether somebody knows the password of an account whose address they have not confirmed: the way in was mailed again. */
export const isUnconfirmed = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'auth.email_not_verified';

/** Who comes next begins in a workspace of their own. */
export async function signOut(): Promise<void> {
  await auth('/sign-out', {});
  moveTab(null);
}

/** Mails a link that sets a new password, if there is an account; the answer is the same. */
export const requestReset = (email: string, human: Human = {}) => auth('/request-password-reset', { email }, proofOf(human));
export const resetPassword = (newPassword: string, token: string) => auth('/reset-password', { newPassword, token });

export const mailLink = (email: string) => auth('/sign-in/magic-link', { email });
export const mailCode = (email: string) => auth('/email-otp/send-verification-otp', { email, type: 'sign-in' });
export const signInByCode = (email: string, otp: string) => auth<SignedIn>('/sign-in/email-otp', { email, otp });
export const signInByLink = (token: string) => auth<SignedIn>(`/magic-link/verify?token=${encodeURIComponent(token)}`);
export const verifyAddress = (token: string) => auth(`/verify-email?token=${encodeURIComponent(token)}`);

/** Begins signing in at Google; answers where to go for it. */
export const googleAddress = async (callbackURL: string): Promise<string> =>
  (await auth<{ url: string }>('/sign-in/social', { provider: 'google', callbackURL, errorCallbackURL: '/sign-in' })).url;
