'use client';
import { moveTab } from '@/lib/workspace.ts';
import { auth } from './auth-call.ts';

export type Workspace = { id: string; name: string; slug: string };

export const listWorkspaces = () => auth<Workspace[]>('/organization/list');

/** Creates a workspace and goes into it. */
export async function createWorkspace(name: string): Promise<void> {
  const slug = `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}-${crypto.randomUUID().slice(0, 8)}`;
  const workspace = await auth<Workspace>('/organization/create', { name, slug });
  await enterWorkspace(workspace.id);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes a workspace the one that new tabs begin in. */
export const setDefaultWorkspace = (organizationId: string) => auth('/organization/set-active', { organizationId });

/**
 * Moves this tab into a workspace, and what the session begins new ones in; other tabs stay where they are. Waits until
 * every API process has heard of it (at most about a second).
 */
export async function enterWorkspace(organizationId: string): Promise<void> {
  await setDefaultWorkspace(organizationId);
  moveTab(organizationId);
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await fetch('/v1/me');
    if (answer.ok && ((await answer.json()) as { tenantId: string | null }).tenantId === organizationId) return;
    await pause(150);
  }
}

/** Leaves the page with everything it remembers, so that nothing of another workspace or person stays. */
export function startOver(path = '/'): void {
  window.location.assign(path);
}
