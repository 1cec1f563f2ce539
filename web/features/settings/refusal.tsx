'use client';
import { useProblemWords } from '@/lib/problem.ts';

/** Why something was refused, in words, below the form that asked for it. */
export function Refusal({ error }: { error: unknown }) {
  const words = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, detail, reference } = words(error);
  return (
    <div role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
      <p>{title}</p>
      {detail && detail !== title ? <p className="text-xs">{detail}</p> : null}
      {reference ? <p className="font-mono text-xs">{reference}</p> : null}
    </div>
  );
}
