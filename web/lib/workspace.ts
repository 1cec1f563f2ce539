'use client';
import { workspaceHeader } from '@atlas/contract/workspace-header';
import { tabKey } from './elsewhere.ts';

/** What this page works in. It stays, so that nothing under way changes sides while the tab moves on to its next page. */
let here: string | null | undefined;

/** Where the storage of the tab is switched off, a tab goes with the session. */
function storage<T>(use: (store: Storage) => T): T | null {
  try {
    return typeof window === 'undefined' ? null : use(window.sessionStorage);
  } catch {
    return null;
  }
}

/** The workspace that this tab has chosen; null in a new one, which goes with the session. */
export function workspaceOfTab(): string | null {
  if (typeof window === 'undefined') return null;
  here ??= storage((store) => store.getItem(tabKey));
  return here;
}

/** Moves the tab: its next page is in that workspace, or, with null, in that of the session. */
export function moveTab(workspaceId: string | null): void {
  storage((store) => (workspaceId === null ? store.removeItem(tabKey) : store.setItem(tabKey, workspaceId)));
}

/** Keeps this page and those after it in the workspace that it shows. */
export function stayIn(workspaceId: string): void {
  if (typeof window === 'undefined' || workspaceId === '' || here === workspaceId) return;
  here = workspaceId;
  moveTab(workspaceId);
}

/** A new tab stays in the workspace that it begins in; one that has chosen keeps to that. */
export function beginIn(workspaceId: string): void {
  if (workspaceOfTab() === null) stayIn(workspaceId);
}

/** Says with a request what workspace it is for, so that it means the one that the page shows. */
export function namedWorkspace(): Record<string, string> {
  const id = workspaceOfTab();
  return id === null ? {} : { [workspaceHeader]: id };
}
