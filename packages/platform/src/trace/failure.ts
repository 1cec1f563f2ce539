import { AtlasError } from '@atlas/kernel';

/** How a piece of work failed: by whose fault, and in names only, because messages may quote what people wrote. */
export type Failure = { readonly isOurs: boolean; readonly type: string; readonly code?: string };

/** What jobs throw that have not failed (queue/job.ts). */
const notYet = new Set(['Yielded', 'PutOff', 'Superseded']);
const codeShape = /^[\w.-]{1,60}$/;

/** A refusal is nobody's fault of ours, unless what it needs is away. */
const isRefusal = (error: unknown): boolean =>
  (error instanceof AtlasError && error.code !== 'unavailable') || (error instanceof Error && notYet.has(error.name));

export function failureOf(error: unknown): Failure {
  const code = (error as { code?: unknown } | null)?.code;
  const isCode = typeof code === 'string' && codeShape.test(code);
  const type = error instanceof Error && codeShape.test(error.name) ? error.name : 'Error';
  return { isOurs: !isRefusal(error), type, ...(isCode && { code }) };
}
