'use client';
import { type asset, revalueAsset } from '@atlas/assets/contract';
import { exponentOf } from '@atlas/kernel';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { AccountSelect } from './account-select.tsx';

type Props = { record: z.output<typeof asset>; onClose: () => void };

/** Gives an asset another value. */
export function RevalueDialog({ record, onClose }: Props) {
  const t = useTranslations('assets');
  const revalue = useCommand(revalueAsset, ['assets.', 'accounting.']);
  const fresh = { id: record.id, date: today() as string, value: record.net.amount, accountId: '' };
  const form = useForm(revalueAsset.input, fresh);
  const submit = form.onSubmit(async (input) => {
    await revalue.mutateAsync(input);
    notify('success', t('revalued', { name: record.name }));
    onClose();
  });
  const decimals = exponentOf(record.cost.currency);
  return (
    <DialogForm
      title={t('revalue')}
      description={t('revalueAbout')}
      submitLabel={t('revalue')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('postingDate')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('newValue')} error={form.error('/value')} required>
        {(control) => (
          <AmountInput
            {...control}
            scale={decimals}
            least={decimals}
            value={form.values.value}
            onChange={(value) => form.set({ value })}
          />
        )}
      </Field>
      <Field label={t('differenceAccount')} error={form.error('/accountId')} required>
        {(control) => (
          <AccountSelect control={control} value={form.values.accountId} onChange={(accountId) => form.set({ accountId })} />
        )}
      </Field>
    </DialogForm>
  );
}
