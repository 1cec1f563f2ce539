'use client';
import type { Route } from '@atlas/contract';
import type { CallInput } from '@atlas/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, forgetReads } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';

export type Bulk<R extends Route> = { busy: boolean; run: (inputs: readonly CallInput<R>[]) => Promise<number> };

/** Does one thing to many records, one after another; says how many it was done to and why the others were refused. */
export function useBulk<R extends Route>(route: R, affects: readonly string[]): Bulk<R> {
  const t = useTranslations('list');
  const words = useProblemWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (inputs: readonly CallInput<R>[]) => {
    setBusy(true);
    let done = 0;
    let refusal: unknown = null;
    for (const input of inputs) {
      try {
        await api.call(route, input);
        done++;
      } catch (error) {
        refusal ??= error;
      }
    }
    setBusy(false);
    if (done > 0) void forgetReads(client, affects);
    if (refusal === null) notify('success', t('bulkDone', { count: done }));
    else notify('error', t('bulkRefused', { done, refused: inputs.length - done }), { description: words(refusal).title });
    return done;
  };
  return { busy, run };
}
