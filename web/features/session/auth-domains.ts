'use client';
import { withProof } from '@/lib/step-up.ts';
import { enterWorkspace } from './auth.ts';
import { auth } from './auth-call.ts';

/** People with an address of the domain may join by themselves, and become this. */
export type OpenDomain = { domain: string; role: string };
export type DomainSettings = { items: OpenDomain[]; invitesToDomainsOnly: boolean };

/** A workspace that is open to oneself. */
export type WorkspaceOffer = { organizationId: string; name: string; role: string };

export const domainsKey = ['workspace-domains'] as const;
export const offersKey = ['workspace-offers'] as const;

export const readDomains = (organizationId: string) =>
  auth<DomainSettings>(`/workspace-domains/list?organizationId=${encodeURIComponent(organizationId)}`);
export const openToDomain = (organizationId: string, { domain, role }: OpenDomain) =>
  withProof(() => auth<OpenDomain>('/workspace-domains/add', { organizationId, domain, role }));
export const closeToDomain = (organizationId: string, domain: string) =>
  withProof(() => auth('/workspace-domains/remove', { organizationId, domain }));
export const keepInvitations = (organizationId: string, only: boolean) =>
  withProof(() => auth('/workspace-domains/restrict', { organizationId, only }));

export const listOffers = () => auth<WorkspaceOffer[]>('/workspace-domains/offers');

/** Becomes a member and goes in. */
export async function joinWorkspace(organizationId: string): Promise<void> {
  await auth('/workspace-domains/join', { organizationId });
  await enterWorkspace(organizationId);
}
