'use client';
import { readGeneralLedger } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';
import { filterTerms, type LineFilter } from './line-filter.ts';

export type LedgerLine = Output<typeof readGeneralLedger>['items'][number];
export type LedgerDays = { readonly from: string | null; readonly to: string | null; readonly knownOn: string | null };

const inputOf = (accountId: string, { from, to, knownOn }: LedgerDays) => ({
  accountId,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(knownOn ? { knownOn } : {}),
});

/** The lines of an account, page by page. */
export function useLedger(accountId: string, days: LedgerDays, filter: LineFilter) {
  return useInfiniteQuery({
    queryKey: [readGeneralLedger.name, 'pages', accountId, days, filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        readGeneralLedger,
        { ...inputOf(accountId, days), ...filterTerms(filter), limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
