'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { leaveBy, useGuard } from './guard-store.ts';

/** What is new in browsers: cancelling the back button before it happens. */
type TraverseEvent = Event & { navigationType: string; destination: { url: string } };

/** Stops links, the back button and closing while something is unsaved, until a person says so. */
export function useGuardedLeaving(): void {
  const router = useRouter();
  const guarding = useGuard((state) => state.unsaved.size > 0);
  useEffect(() => {
    if (!guarding) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      if (link.origin !== window.location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      leaveBy(() => router.push(`${link.pathname}${link.search}`));
    };
    const onNavigate = (event: Event) => {
      const { navigationType, destination } = event as TraverseEvent;
      const { pathname, search } = new URL(destination.url);
      if (navigationType !== 'traverse' || !event.cancelable || pathname === window.location.pathname) return;
      event.preventDefault();
      leaveBy(() => router.push(`${pathname}${search}`));
    };
    const navigation = (window as { navigation?: EventTarget }).navigation;
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    navigation?.addEventListener('navigate', onNavigate);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      navigation?.removeEventListener('navigate', onNavigate);
    };
  }, [guarding, router]);
}
