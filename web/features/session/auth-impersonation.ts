'use client';
import { moveTab } from '@/lib/workspace.ts';
import { auth } from './auth-call.ts';

/** Changes into the session of the member that the ticket is for. */
export async function beginImpersonation(ticket: string): Promise<void> {
  await auth('/impersonation/begin', { ticket });
  moveTab(null);
}

/** Ends acting as somebody: the administrator is who they were. */
export async function stopImpersonation(): Promise<void> {
  await auth('/impersonation/stop', {});
  moveTab(null);
}
