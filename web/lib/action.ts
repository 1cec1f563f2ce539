'use client';
import { useRef, useState } from 'react';
import { notify } from './notify.ts';
import { useProblemWords } from './problem.ts';

export type Action = {
  busy: boolean;
  error: unknown;
  /** Does it once at a time. True when it was done. */
  run: (doing: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
};

/** Something a person does with a click: busy while it runs, and what refused it. With `told` a refusal is a notice as well. */
export function useAction({ told = false }: { told?: boolean } = {}): Action {
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  const run = async (doing: () => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await doing();
      return true;
    } catch (refusal) {
      setError(refusal);
      const { title, detail } = words(refusal);
      if (told) notify('error', title, detail && detail !== title ? { description: detail } : {});
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(null) };
}
