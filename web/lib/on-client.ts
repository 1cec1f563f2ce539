'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while its page is taken over, then true: for what only the browser knows. */
export const useOnClient = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
