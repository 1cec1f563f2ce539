'use client';
import { cancelImport, checkImport, createImport, type importRun, runImport } from '@atlas/imports/contract';
import { Button, Confirm } from '@atlas/ui';
import { Play, SearchCheck, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { isBusy } from './import-words.ts';

export type ImportActionsProps = {
  run: z.output<typeof importRun>;
  /** Records that the dry run found ready, lines of documents not counted. */
  ready: number;
  /** Why the check cannot start yet. */
  blocked: boolean;
  onRefused: (error: Error | null) => void;
};

/** What can be done with an import in its state; the next likely step is the primary one. */
export function ImportActions({ run, ready, blocked, onRefused }: ImportActionsProps) {
  const t = useTranslations('imports');
  const [asking, setAsking] = useState(false);
  const may = useMay();
  const check = useCommand(checkImport, ['imports.', 'platform.job']);
  const start = useCommand(runImport, ['imports.', 'platform.job']);
  const cancel = useCommand(cancelImport, ['imports.', 'platform.job']);
  const refusal = check.error ?? start.error ?? cancel.error;
  useEffect(() => onRefused(refusal), [refusal, onRefused]);
  const { id, status } = run;
  const pending = check.isPending || start.isPending || cancel.isPending;
  const checks = may(checkImport) && ['uploaded', 'failed', 'checked'].includes(status);
  return (
    <>
      {isBusy(status) && may(cancelImport) ? (
        <Button onClick={() => setAsking(true)} busy={cancel.isPending}>
          <X aria-hidden />
          {t('cancel')}
        </Button>
      ) : null}
      {checks ? (
        <Button
          look={status === 'checked' && ready > 0 ? 'plain' : 'primary'}
          disabled={blocked || pending}
          busy={check.isPending}
          onClick={() => check.mutate({ id })}
        >
          <SearchCheck aria-hidden />
          {status === 'uploaded' ? t('check') : t('checkAgain')}
        </Button>
      ) : null}
      {status === 'checked' && ready > 0 && may(runImport) ? (
        <Button look="primary" disabled={blocked || pending} busy={start.isPending} onClick={() => start.mutate({ id })}>
          <Play aria-hidden />
          {t('run', { count: ready })}
        </Button>
      ) : null}
      {(status === 'completed' || status === 'cancelled') && may(createImport) ? (
        <Button asChild>
          <Link href="/imports/new">{t('new')}</Link>
        </Button>
      ) : null}
      <Confirm
        open={asking && isBusy(status)}
        title={t('cancelTitle')}
        description={t('cancelAbout')}
        confirmLabel={t('confirmCancel')}
        cancelLabel={t('keep')}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          cancel.mutate({ id });
        }}
      />
    </>
  );
}
