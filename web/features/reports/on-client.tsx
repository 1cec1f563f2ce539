'use client';
import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Draws what depends on the reader's day only where that day is known: in the browser. */
export function OnClient({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return inBrowser ? children : fallback;
}
