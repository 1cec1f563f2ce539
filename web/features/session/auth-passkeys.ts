'use client';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { withProof } from '@/lib/step-up.ts';
import { auth } from './auth-call.ts';

export type Passkey = { id: string; name?: string | null; createdAt: string; deviceType: string; backedUp: boolean };

export const passkeysKey = ['passkeys'] as const;

/** What speaks to the authenticator, loaded when first needed. */
const webauthn = () => import('@simplewebauthn/browser');

/** Whether the person stopped it at their device. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');

export const listPasskeys = () => auth<Passkey[]>('/passkey/list-user-passkeys');

/** Makes a passkey at this device and tells Atlas its public half. */
export async function addPasskey(name: string): Promise<void> {
  const path = `/passkey/generate-register-options?name=${encodeURIComponent(name)}`;
  const optionsJSON = await withProof(() => auth<PublicKeyCredentialCreationOptionsJSON>(path));
  const response = await (await webauthn()).startRegistration({ optionsJSON });
  await auth('/passkey/verify-registration', { response, name });
}

export const renamePasskey = (id: string, name: string) => withProof(() => auth('/passkey/update-passkey', { id, name }));
export const deletePasskey = (id: string) => withProof(() => auth('/passkey/delete-passkey', { id }));

/** Proves with a passkey of this device who one is. */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await auth<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  const response = await (await webauthn()).startAuthentication({ optionsJSON });
  await auth('/passkey/verify-authentication', { response });
}
