'use client';
import { type asset, cancelAsset, commissionAsset, disposeAsset, revalueAsset } from '@atlas/assets/contract';
import { Button } from '@atlas/ui';
import { Play, Scale, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { useGo } from '../guard/guard-store.ts';
import { useMay } from '../session/may.ts';
import { CommissionDialog } from './commission-dialog.tsx';
import { DisposeDialog } from './dispose-dialog.tsx';
import { RevalueDialog } from './revalue-dialog.tsx';

/** What can be done with an asset in its state. */
export function AssetActions({ record }: { record: z.output<typeof asset> }) {
  const t = useTranslations('assets');
  const may = useMay();
  const go = useGo();
  const words = useProblemWords();
  const [open, setOpen] = useState<'commission' | 'dispose' | 'revalue' | null>(null);
  const cancel = useCommand(cancelAsset, ['assets.']);
  const close = () => setOpen(null);
  const drop = () =>
    cancel.mutateAsync({ id: record.id }).then(
      () => go('/assets'),
      (error: Error) => notify('error', words(error).title),
    );
  const isDraft = record.status === 'draft';
  const isKept = record.status === 'in_service' || record.status === 'fully_depreciated';
  return (
    <>
      {isDraft && may(cancelAsset) ? (
        <Button look="quiet" busy={cancel.isPending} onClick={() => void drop()}>
          <X aria-hidden /> {t('cancelDraft')}
        </Button>
      ) : null}
      {isDraft && may(commissionAsset) ? (
        <Button look="primary" onClick={() => setOpen('commission')}>
          <Play aria-hidden /> {t('commission')}
        </Button>
      ) : null}
      {isKept && may(revalueAsset) ? (
        <Button onClick={() => setOpen('revalue')}>
          <Scale aria-hidden /> {t('revalue')}
        </Button>
      ) : null}
      {isKept && may(disposeAsset) ? (
        <Button onClick={() => setOpen('dispose')}>
          <Trash2 aria-hidden /> {t('dispose')}
        </Button>
      ) : null}
      {open === 'commission' ? <CommissionDialog record={record} onClose={close} /> : null}
      {open === 'dispose' ? <DisposeDialog record={record} onClose={close} /> : null}
      {open === 'revalue' ? <RevalueDialog record={record} onClose={close} /> : null}
    </>
  );
}
