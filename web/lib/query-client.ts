import { NetworkError, ProblemError } from '@atlas/sdk';
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { workspaceOfTab } from './workspace.ts';

const worthRetrying = (error: Error): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && (error.status === 503 || error.status === 429));

/** The cache of what was read. `onRefused` hears every refusal first, for those that concern the whole page. */
export function createQueryClient(onRefused: (problem: ProblemError) => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ProblemError) onRefused(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // What was read in one workspace is never shown in another.
        queryKeyHashFn: (key) => hashKey([workspaceOfTab(), key]),
        staleTime: 15_000,
        retry: (count, error) => count < 2 && worthRetrying(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
