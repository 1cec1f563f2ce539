'use client';
import type { ProblemError } from '@atlas/sdk';
import { create } from 'zustand';
import { moveTab, workspaceOfTab } from '@/lib/workspace.ts';
import { setDefaultWorkspace, startOver } from './auth.ts';

/** Whether the session ended while the page was open. */
export const useSessionLost = create<{ lost: boolean }>(() => ({ lost: false }));

/** Some pages are the server's, which knows the workspace of the session only: it becomes that of the tab. */
async function leadTo(path: string): Promise<void> {
  const tab = workspaceOfTab();
  if (tab !== null) await setDefaultWorkspace(tab);
  startOver(path);
}

/** What is told on the page itself: the console is outside of all workspaces. */
const isOutside = (): boolean => window.location.pathname.startsWith('/platform');

/** Refusals that concern the whole page rather than one request. */
export function onPageRefused({ code }: ProblemError): void {
  if (code === 'unauthenticated') useSessionLost.setState({ lost: true });
  if (code === 'no_workspace') startOver('/create-workspace');
  if (code === 'accounting.not_set_up') void leadTo('/set-up');
  if (code === 'workspace_suspended' && !isOutside()) void leadTo('/suspended');
  if (code === 'not_a_member') {
    // Removed meanwhile, or someone else has signed in: on to where the session is.
    moveTab(null);
    startOver('/');
  }
}
