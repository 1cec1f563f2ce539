'use client';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';

/** Tells in a notice why something was refused. */
export function useRefused(): (error: unknown) => void {
  const words = useProblemWords();
  return (error) => {
    const { title, detail } = words(error);
    notify('error', title, { description: detail });
  };
}
