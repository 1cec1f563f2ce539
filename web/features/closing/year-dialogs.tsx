'use client';
import { closeYear, overrideLock, reopenYear } from '@atlas/accounting/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import { useMay } from '../session/may.ts';

/** Closes a year; where something is left to do, asks why it is closed all the same. */
export function CloseYearDialog({ id, ready, onClose }: { id: string; ready: boolean; onClose: () => void }) {
  const t = useTranslations('closing');
  const may = useMay();
  const close = useCommand(closeYear, ['accounting.']);
  const form = useForm(closeYear.input, { id, overrideReason: null as string | null });
  const submit = form.onSubmit(async (input) => {
    await close.mutateAsync(input);
    onClose();
  });
  return (
    <DialogForm
      title={t('closeYear')}
      description={t(ready ? 'closeAbout' : 'closeUnready')}
      submitLabel={t('closeYear')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      {ready || !may(overrideLock) ? null : (
        <Field label={t('overrideReason')} error={form.error('/overrideReason')}>
          {(control) => <Input {...control} {...form.text('overrideReason')} maxLength={200} />}
        </Field>
      )}
    </DialogForm>
  );
}

/** Asks why a closed year is opened again. */
export function ReopenYearDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('closing');
  const reopen = useCommand(reopenYear, ['accounting.']);
  const form = useForm(reopenYear.input, { id, reason: '' });
  const submit = form.onSubmit(async (input) => {
    await reopen.mutateAsync(input);
    onClose();
  });
  return (
    <DialogForm
      title={t('reopenYear')}
      description={t('reopenAbout')}
      submitLabel={t('reopenYear')}
      danger
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('reason')} error={form.error('/reason')} required>
        {(control) => <Input {...control} {...form.text('reason')} maxLength={200} />}
      </Field>
    </DialogForm>
  );
}
