'use client';
import { withProof } from '@/lib/step-up.ts';
import { auth } from './auth-call.ts';

/** A session: one browser that is signed in. */
export type Device = {
  id: string;
  token: string;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  ipAddress?: string | null;
  userAgent?: string | null;
  place?: string | null;
};

export const devicesKey = ['devices'] as const;

export const listDevices = () => auth<Device[]>('/list-sessions');
export const revokeDevice = (token: string) => withProof(() => auth('/revoke-session', { token }));
export const revokeOtherDevices = () => withProof(() => auth('/revoke-other-sessions', {}));
