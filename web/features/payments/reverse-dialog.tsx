'use client';
import { reversePayment } from '@atlas/payments/contract';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { affects, type Payment } from './payment.ts';

/** Asks for the day on which a payment is taken back. */
export function ReverseDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const t = useTranslations('payments');
  const reverse = useCommand(reversePayment, affects);
  const form = useForm(reversePayment.input, { id: payment.id, date: today() as string });
  const submit = form.onSubmit(async (input) => {
    await reverse.mutateAsync(input);
    notify('success', t('takenBackNotice', { number: payment.number }));
    onClose();
  });
  return (
    <DialogForm
      title={t('takeBackTitle', { number: payment.number })}
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
    </DialogForm>
  );
}
