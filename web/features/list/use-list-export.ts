'use client';
import { csvText } from '@atlas/kernel';
import type { ListRoute } from '@atlas/sdk';
import { useState } from 'react';
import { api } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { downloadCsv } from '../reports/download.ts';
import type { Column, ListState, RowOf } from './list-types.ts';
import { listInput } from './use-pages.ts';

/** Exports exactly what the list shows: its filters, its sort, its columns, all its rows. */
export function useListExport<R extends ListRoute>(
  name: string,
  route: R,
  given: object,
  state: ListState,
  columns: readonly Column<RowOf<R>>[],
): [busy: boolean, run: () => void] {
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const exported = columns.flatMap(({ label, text }) => (text ? [{ label, text }] : []));
      const lines = [exported.map(({ label }) => label)];
      for await (const page of api.allPages(route, { ...listInput<R>(given, state), limit: 200 })) {
        for (const row of page.items as RowOf<R>[]) lines.push(exported.map(({ text }) => text(row)));
      }
      downloadCsv(name, csvText(lines));
    } catch (error) {
      notify('error', words(error).title, { description: words(error).detail });
    } finally {
      setBusy(false);
    }
  };
  return [busy, () => void run()];
}
