'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { Filter, ListState } from './list-types.ts';

/**
 * The state of a list lives in the URL, so that reload, back, forward and a shared link show the same. Each change of
 * a filter is a step back; typing in the search field replaces the last.
 */
export function useListState(filters: readonly Filter[], defaultSort: string): [ListState, (change: Partial<ListState>) => void] {
  const pathname = usePathname();
  const params = useSearchParams();
  const state = useMemo(() => {
    const chosen = filters.flatMap(({ name }) => {
      const value = params.get(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    });
    return { q: params.get('q') ?? '', sort: params.get('sort') ?? defaultSort, filters: Object.fromEntries(chosen) };
  }, [params, filters, defaultSort]);

  const change = (next: Partial<ListState>) => {
    const merged = { ...state, ...next };
    const query = new URLSearchParams(Object.entries(merged.filters).filter(([, value]) => value !== ''));
    if (merged.q) query.set('q', merged.q);
    if (merged.sort !== defaultSort) query.set('sort', merged.sort);
    const url = query.size > 0 ? `${pathname}?${query}` : pathname;
    const typing = Object.keys(next).length === 1 && next.q !== undefined;
    window.history[typing ? 'replaceState' : 'pushState'](null, '', url);
  };
  return [state, change];
}
