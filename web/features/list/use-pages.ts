'use client';
import type { Output } from '@atlas/contract';
import type { CallInput, ListRoute } from '@atlas/sdk';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/lib/api.ts';
import type { ListState, RowOf } from './list-types.ts';

const pageSize = 200;

/** What a list asks for. The API refuses what a URL may hold and a contract does not know. */
export const listInput = <R extends ListRoute>(given: object, { q, sort, filters }: ListState): CallInput<R> =>
  ({ ...given, ...filters, sort, ...(q.trim() ? { q: q.trim() } : {}) }) as unknown as CallInput<R>;

/** The rows of a list, page by page as one scrolls. */
export function usePages<R extends ListRoute>(route: R, given: object, state: ListState) {
  const input = listInput<R>(given, state);
  const query = useInfiniteQuery({
    queryKey: [route.name, 'pages', input],
    queryFn: ({ pageParam, signal }): Promise<Output<R>> =>
      api.call(route, { ...input, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last: Output<R>) => last.nextCursor,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    // Coming back to a long list shows it as it was; commands mark it as outdated.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.items) as RowOf<R>[], [pages]);
  return { query, rows };
}
