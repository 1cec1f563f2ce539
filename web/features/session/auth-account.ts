'use client';
import { useQuery } from '@tanstack/react-query';
import { withProof } from '@/lib/step-up.ts';
import { auth } from './auth-call.ts';

export type Account = {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    locale?: string;
    twoFactorEnabled?: boolean | null;
    createdAt: string;
  };
  session: { id: string; token: string; expiresAt: string };
};

/** What a password has at least. */
export const minimumPassword = 12;

export const accountKey = ['account'] as const;

/** Oneself and the session of this device. */
export const useAccount = () => useQuery({ queryKey: accountKey, queryFn: () => auth<Account>('/get-session') });

export const updateProfile = (change: { name?: string; locale?: string }) => auth('/update-user', change);

/** Sends the mail that proves an address; its link comes back to `callbackURL`. */
export const sendVerification = (email: string, callbackURL: string) => auth('/send-verification-email', { email, callbackURL });

/** Proves anew who one is, within the session that there is. */
export const provePassword = (password: string) => auth('/verify-password', { password });

/** Sets a new password; with `signOutOthers` every other device is signed out. */
export async function changePassword(input: { currentPassword: string; newPassword: string; signOutOthers: boolean }) {
  const { signOutOthers, ...passwords } = input;
  await withProof(() => auth('/change-password', passwords));
  // Not in one call: it would put this device into a new session, and that one into another workspace.
  if (signOutOthers) await withProof(() => auth('/revoke-other-sessions', {}));
}
