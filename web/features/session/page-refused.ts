'use client';
import type { ProblemError } from '@atlas/sdk';
import { create } from 'zustand';
import { startOver } from './auth.ts';

/** Whether the session ended while the page was open. */
export const useSessionLost = create<{ lost: boolean }>(() => ({ lost: false }));

/** Refusals that concern the whole page rather than one request. */
export function onPageRefused({ code }: ProblemError): void {
  if (code === 'unauthenticated') useSessionLost.setState({ lost: true });
  if (code === 'no_workspace') startOver('/create-workspace');
  if (code === 'accounting.not_set_up') startOver('/set-up');
}
