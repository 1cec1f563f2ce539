'use client';
import { auth } from './auth-call.ts';

/** Changes into the session of the member that the ticket is for. */
export async function beginImpersonation(ticket: string): Promise<void> {
  await auth('/impersonation/begin', { ticket });
}

/** Ends acting as somebody: the administrator is who they were. */
export async function stopImpersonation(): Promise<void> {
  await auth('/impersonation/stop', {});
}
