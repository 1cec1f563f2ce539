'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** The query string of the page, and a setter that puts a change into the history, so that back, reload and links work. */
export function useUrlParams(): [params: URLSearchParams, change: (fields: Readonly<Record<string, string | null>>) => void] {
  const params = useSearchParams();
  const path = usePathname();
  const change = useCallback(
    (fields: Readonly<Record<string, string | null>>) => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(fields)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      const text = next.toString();
      window.history.pushState(null, '', text === '' ? path : `${path}?${text}`);
    },
    [params, path],
  );
  return [params, change];
}
