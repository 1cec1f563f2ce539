'use client';
import { getRun, type runKinds, startRun } from '@atlas/assets/contract';
import { addDays, startOfMonth } from '@atlas/kernel';
import { Button, Dialog, Field } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { forgetReads, useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { ImportProgress } from '../imports/import-progress.tsx';
import { DialogForm } from '../record/dialog-form.tsx';

type Props = { kind: (typeof runKinds)[number]; onClose: () => void };

/** Posts what is due: asks for the day, then shows how far it is. */
export function RunDialog({ kind, onClose }: Props) {
  const t = useTranslations('assets');
  const [runId, setRunId] = useState<string | null>(null);
  const start = useCommand(startRun, ['assets.']);
  const form = useForm(startRun.input, { kind, through: addDays(startOfMonth(today()), -1) as string });
  const submit = form.onSubmit(async (input) => setRunId((await start.mutateAsync(input)).id));
  if (runId) return <RunProgress id={runId} onClose={onClose} />;
  return (
    <DialogForm
      title={t(`run.${kind}`)}
      description={t('run.about')}
      submitLabel={t('run.start')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('run.through')} error={form.error('/through')} required>
        {(control) => <DateInput {...control} value={form.values.through} onChange={(day) => form.set({ through: day ?? '' })} />}
      </Field>
    </DialogForm>
  );
}

function RunProgress({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('assets');
  const client = useQueryClient();
  const { money } = useFormats();
  const [ended, setEnded] = useState(false);
  const run = useRead(getRun, { id }, { refetchInterval: ended ? false : 500 });
  const status = run.data?.status ?? 'running';
  useEffect(() => {
    if (status === 'running') return;
    setEnded(true);
    void forgetReads(client, ['assets.asset', 'assets.report', 'assets.deferral', 'accounting.']);
  }, [status, client]);
  return (
    <Dialog open onOpenChange={onClose} title={t(`run.${status}`)} closeLabel={t('close')}>
      <div className="flex flex-col gap-3">
        <ImportProgress title={t(`run.${status}`)} done={run.data?.doneCount ?? 0} total={run.data?.totalCount ?? null} />
        {run.data && ended ? (
          <p role={run.data.error ? 'alert' : undefined}>
            {run.data.error ?? t('run.posted', { count: run.data.doneCount, amount: money(run.data.posted) })}
          </p>
        ) : null}
        <div className="flex justify-end">
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
