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
/** For those who have no password: mails them a code that proves the same. */
export const mailProofCode = () => auth('/step-up/send-code', {});
export const proveByMail = (code: string) => auth('/step-up/verify-code', { code });

export const waysInKey = ['ways-in'] as const;

/** Whether one has a password: who came by Google or a mailed link may have none. True until it is known. */
export function useHasPassword(): boolean {
  const ways = useQuery({ queryKey: waysInKey, queryFn: () => auth<{ providerId: string }[]>('/list-accounts') });
  return ways.data?.some(({ providerId }) => providerId === 'credential') ?? true;
}

/** Chooses a password where there is none yet. */
export const choosePassword = (newPassword: string) => withProof(() => auth('/set-password', { newPassword }));

/** Sets a new password; with `signOutOthers` every other device is signed out. */
export async function changePassword(input: { currentPassword: string; newPassword: string; signOutOthers: boolean }) {
  const { signOutOthers, ...passwords } = input;
  await withProof(() => auth('/change-password', passwords));
  // Not in one call: it would put this device into a new session, and that one into another workspace.
  if (signOutOthers) await withProof(() => auth('/revoke-other-sessions', {}));
}
