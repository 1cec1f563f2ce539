'use client';
import { reverseReminder } from '@atlas/payments/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { affects, type Reminder } from './dunning.ts';

/** Asks for the day on which a reminder is taken back, and why. */
export function ReverseReminder({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const t = useTranslations('dunning');
  const reverse = useCommand(reverseReminder, affects);
  const form = useForm(reverseReminder.input, { id: reminder.id, date: today() as string, reason: '' });
  const submit = form.onSubmit(async (input) => {
    await reverse.mutateAsync(input);
    notify('success', t('takenBackNotice', { number: reminder.number }));
    onClose();
  });
  return (
    <DialogForm
      title={t('takeBackTitle', { number: reminder.number })}
      description={t('takeBackDetail')}
      submitLabel={t('takeBack')}
      danger
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('date')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('reason')} error={form.error('/reason')} required>
        {(control) => <Input {...control} {...form.text('reason')} maxLength={300} />}
      </Field>
    </DialogForm>
  );
}
