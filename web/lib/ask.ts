'use client';
import { NetworkError, ProblemError } from '@atlas/sdk';
import { namedWorkspace } from './workspace.ts';

/** Reads from a path of the API that no contract describes, for the workspace of the tab. */
export async function ask(path: string): Promise<Response> {
  const response = await fetch(path, { headers: namedWorkspace() }).catch((cause: unknown) => {
    throw new NetworkError('no answer', { cause });
  });
  if (!response.ok) throw new ProblemError(await response.json());
  return response;
}
