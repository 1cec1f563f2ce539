'use client';
import type { Output, Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { type CallInput, createClient, NetworkError } from '@atlas/sdk';
import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { withProof } from './step-up.ts';
import { namedWorkspace } from './workspace.ts';

/** The API, on the origin of the page, for the workspace of the tab. */
export const api = createClient({ headers: namedWorkspace, tellsSpans: true });

export const readKey = <R extends Route>(route: R, input: CallInput<R>) => [route.name, input] as const;

export type ReadOptions = { enabled?: boolean; keepPrevious?: boolean; refetchInterval?: number | false };

/** Reads by a route. What one screen has read, another shows at once and refreshes. */
export function useRead<R extends Route>(route: R, input: CallInput<R>, options: ReadOptions = {}): UseQueryResult<Output<R>> {
  const { keepPrevious, ...rest } = options;
  return useQuery({
    queryKey: readKey(route, input),
    queryFn: ({ signal }): Promise<Output<R>> => api.call(route, input, { signal }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  }) as UseQueryResult<Output<R>>;
}

type Pages = { readonly pages: readonly unknown[]; readonly pageParams: readonly unknown[] };

/**
 * Marks what was read of these modules (`sales.`, `accounting.`) as outdated. Long lists start again from the top: what they
 * show of it stays until the newer rows are there.
 */
export async function forgetReads(client: QueryClient, prefixes: readonly string[]): Promise<void> {
  const matches = (key: readonly unknown[]) => prefixes.some((prefix) => String(key[0]).startsWith(prefix));
  client.setQueriesData<Pages>(
    { predicate: ({ queryKey }) => matches(queryKey) && queryKey[1] === 'pages' },
    (long) => long && { pages: long.pages.slice(0, 1), pageParams: long.pageParams.slice(0, 1) },
  );
  await client.invalidateQueries({ predicate: ({ queryKey }) => matches(queryKey) });
}

/**
 * A command for one intent of a person: the same input sent again after the connection broke carries the same
 * idempotency key, so that its effect happens once.
 *
 * @param affects prefixes of the operations whose answers it changes
 */
export function useCommand<R extends Route>(
  route: R,
  affects: readonly string[],
): UseMutationResult<Output<R>, Error, CallInput<R>> {
  const client = useQueryClient();
  const intent = useRef<{ input: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (input: CallInput<R>) => {
      const text = JSON.stringify(input);
      if (intent.current?.input !== text) intent.current = { input: text, key: uuidv7() };
      try {
        const { key: idempotencyKey } = intent.current;
        const answer = await withProof(() => api.call(route, input, { idempotencyKey }));
        intent.current = null;
        return answer;
      } catch (error) {
        if (!(error instanceof NetworkError)) intent.current = null;
        throw error;
      }
    },
    onSuccess: () => {
      void forgetReads(client, affects);
    },
  });
}
