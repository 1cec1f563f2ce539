'use client';
import { auth } from './auth-call.ts';

/** What a way in answers: signed in, or a second factor is still to be shown. */
export type SignedIn = { twoFactorRedirect?: boolean };

/** What proves to the sign-in service that a person is there; left out where nothing asks for it. */
export type Human = { captcha?: string | undefined };

const proofOf = ({ captcha }: Human) => (captcha ? { 'x-captcha-response': captcha } : {});

/** Makes an account; mails to it are in the language of `locale`. */
export const signUp = (input: { name: string; email: string; password: string; locale: string }, human: Human = {}) =>
  auth('/sign-up/email', input, proofOf(human));
export const signIn = (input: { email: string; password: string }, human: Human = {}) =>
  auth<SignedIn>('/sign-in/email', input, proofOf(human));
export const signOut = () => auth('/sign-out', {});

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
