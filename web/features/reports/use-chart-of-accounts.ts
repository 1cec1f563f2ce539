'use client';
import { listAccounts } from '@atlas/accounting/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';

/** All accounts of the chart, in its order. */
export function useChartOfAccounts() {
  return useQuery({
    queryKey: [listAccounts.name, 'all'],
    queryFn: async ({ signal }) => {
      const accounts = [];
      for await (const { items } of api.allPages(listAccounts, { limit: 200 }, { signal })) accounts.push(...items);
      return accounts.sort((a, b) => (a.code < b.code ? -1 : 1));
    },
    staleTime: 60_000,
  });
}
