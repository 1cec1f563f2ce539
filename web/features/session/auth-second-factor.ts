'use client';
import { withProof } from '@/lib/step-up.ts';
import { auth } from './auth-call.ts';

export type SecondFactorSetup = { totpURI: string; backupCodes: string[] };

/** Who has no password shows none. */
const shown = (password: string) => (password === '' ? {} : { password });

/** Begins the set-up: it holds only after the first code was right. */
export const beginSecondFactor = (password: string) =>
  withProof(() => auth<SecondFactorSetup>('/two-factor/enable', shown(password)));
export const verifyTotp = (code: string, trustDevice = false) => auth('/two-factor/verify-totp', { code, trustDevice });
export const verifyBackupCode = (code: string, trustDevice = false) =>
  auth('/two-factor/verify-backup-code', { code, trustDevice });
export const endSecondFactor = (password: string) => withProof(() => auth('/two-factor/disable', shown(password)));
/** New backup codes; the old ones stop working. */
export const renewBackupCodes = async (password: string): Promise<string[]> =>
  (await withProof(() => auth<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', shown(password)))).backupCodes;
