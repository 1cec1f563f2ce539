'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { create } from 'zustand';

type Guard = {
  /** Pages with something unsaved on them. */
  unsaved: ReadonlySet<string>;
  /** What a person wanted to do when they were stopped. */
  pending: (() => void) | null;
};

export const useGuard = create<Guard>(() => ({ unsaved: new Set<string>(), pending: null }));

export function setUnsaved(key: string, unsaved: boolean): void {
  const next = new Set(useGuard.getState().unsaved);
  if (unsaved) next.add(key);
  else next.delete(key);
  useGuard.setState({ unsaved: next });
}

/** Does it at once, or asks first when something unsaved would be lost. */
export function leaveBy(action: () => void): void {
  if (useGuard.getState().unsaved.size === 0) action();
  else useGuard.setState({ pending: action });
}

/** Says whether this page holds something unsaved: leaving it by link, key, back button or closing then asks first. */
export function useUnsaved(key: string, unsaved: boolean): void {
  useEffect(() => {
    setUnsaved(key, unsaved);
    return () => setUnsaved(key, false);
  }, [key, unsaved]);
}

/** Goes to a page, unless something unsaved speaks against it. */
export function useGo(): (path: string) => void {
  const router = useRouter();
  return (path) => leaveBy(() => router.push(path));
}
