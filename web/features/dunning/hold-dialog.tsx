'use client';
import { holdDunning } from '@atlas/payments/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';

type Props = { entryId: string; document: string; onClose: () => void };

/** Puts what a document left open on hold, with the reason. */
export function HoldDialog({ entryId, document, onClose }: Props) {
  const t = useTranslations('dunning');
  const hold = useCommand(holdDunning, ['payments.dunning']);
  const form = useForm(holdDunning.input, { entryId, reason: '', until: null as string | null });
  const submit = form.onSubmit(async (input) => {
    await hold.mutateAsync(input);
    notify('success', t('heldNotice', { document }));
    onClose();
  });
  return (
    <DialogForm
      title={t('holdTitle', { document })}
      description={t('holdDetail')}
      submitLabel={t('hold')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('reason')} error={form.error('/reason')} required>
        {(control) => <Input {...control} {...form.text('reason')} maxLength={300} />}
      </Field>
      <Field label={t('until')} error={form.error('/until')} hint={t('untilHint')}>
        {(control) => (
          <DateInput {...control} value={form.values.until ?? ''} onChange={(until) => form.set({ until: until || null })} />
        )}
      </Field>
    </DialogForm>
  );
}
