'use client';
import { confirmDunningRun, discardDunningRun } from '@atlas/payments/contract';
import { Button, Confirm } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useRefused } from '../documents/use-refused.ts';
import { useMay } from '../session/may.ts';
import { affects, type Run } from './dunning.ts';

/** Confirms a run that was reviewed, or drops it. */
export function RunActions({ run }: { run: Run }) {
  const t = useTranslations('dunning');
  const may = useMay();
  const refused = useRefused();
  const { money } = useFormats();
  const [asked, setAsked] = useState(false);
  const confirm = useCommand(confirmDunningRun, affects);
  const discard = useCommand(discardDunningRun, affects);
  const { id, version } = run;
  const close = () => setAsked(false);
  return (
    <>
      {may(discardDunningRun) ? (
        <Button look="quiet" busy={discard.isPending} onClick={() => discard.mutate({ id, version }, { onError: refused })}>
          {t('discard')}
        </Button>
      ) : null}
      {may(confirmDunningRun) ? (
        <Button look="primary" disabled={run.itemCount === 0} onClick={() => setAsked(true)}>
          {t('confirm')}
        </Button>
      ) : null}
      <Confirm
        open={asked}
        title={t('confirmTitle', { count: run.customerCount })}
        description={t('confirmDetail', { fees: money(run.fees) })}
        confirmLabel={t('send')}
        cancelLabel={t('cancel')}
        busy={confirm.isPending}
        onConfirm={() => confirm.mutate({ id, version }, { onError: refused, onSettled: close })}
        onCancel={close}
      />
    </>
  );
}
