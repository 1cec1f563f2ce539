'use client';
import { readGeneralLedger } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';

export type LedgerLine = Output<typeof readGeneralLedger>['items'][number];
export type LedgerDays = { readonly from: string | null; readonly to: string | null };

const inputOf = (accountId: string, { from, to }: LedgerDays) => ({
  accountId,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});

/** The lines of an account, page by page. */
export function useLedger(accountId: string, days: LedgerDays) {
  return useInfiniteQuery({
    queryKey: [readGeneralLedger.name, 'pages', accountId, days],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        readGeneralLedger,
        { ...inputOf(accountId, days), limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** All lines of an account, for an export: also those that nobody scrolled to. */
export async function wholeLedger(accountId: string, days: LedgerDays): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const { items } of api.allPages(readGeneralLedger, { ...inputOf(accountId, days), limit: 200 }))
    lines.push(...items);
  return lines;
}
