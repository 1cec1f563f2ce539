'use client';
import type { Route } from '@atlas/contract';
import type { CallInput } from '@atlas/sdk';
import { Button } from '@atlas/ui';
import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../session/may.ts';
import { useBulk } from './use-bulk.ts';

type Versioned = { id: string; version: number };
type Bulk = ((rows: readonly Versioned[], done: () => void) => ReactNode) | undefined;

/** What a list offers for the marked rows: to archive them. Nothing to someone who may not `update` them. */
export function useArchiving<R extends Route>(update: R, affects: readonly string[]): Bulk {
  const t = useTranslations('list');
  const may = useMay();
  const { busy, run } = useBulk(update, affects);
  if (!may(update)) return undefined;
  return (rows, done) => (
    <Button
      size="small"
      busy={busy}
      onClick={() =>
        void run(rows.map(({ id, version }) => ({ id, version, archived: true }) as CallInput<R>)).then(
          (count) => count > 0 && done(),
        )
      }
    >
      <Archive aria-hidden /> {t('archive')}
    </Button>
  );
}
