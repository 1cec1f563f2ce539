'use client';
import { useMayOpen } from '../session/may.ts';
import { creations, navigation } from './navigation.ts';

/** Where the person can go. Sections of which nothing is left vanish. */
export function useNavigation(): typeof navigation {
  const mayOpen = useMayOpen();
  return navigation
    .map(({ section, destinations }) => ({ section, destinations: destinations.filter(({ path }) => mayOpen(path)) }))
    .filter(({ destinations }) => destinations.length > 0);
}

/** What the person can make. */
export function useCreations(): typeof creations {
  const mayOpen = useMayOpen();
  return creations.filter(({ path }) => mayOpen(path));
}
