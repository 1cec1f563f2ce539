'use client';
import { type asset, commissionAsset } from '@atlas/assets/contract';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { AccountSelect } from './account-select.tsx';

type Props = { record: z.output<typeof asset>; onClose: () => void };

/** Puts an asset in service: the day, and where its cost comes from. */
export function CommissionDialog({ record, onClose }: Props) {
  const t = useTranslations('assets');
  const commission = useCommand(commissionAsset, ['assets.', 'accounting.']);
  const form = useForm(commissionAsset.input, { id: record.id, date: record.availableOn as string, creditAccountId: '' });
  const submit = form.onSubmit(async (input) => {
    await commission.mutateAsync(input);
    notify('success', t('commissioned', { name: record.name }));
    onClose();
  });
  return (
    <DialogForm
      title={t('commission')}
      description={t('commissionAbout')}
      submitLabel={t('commission')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('postingDate')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('creditAccount')} error={form.error('/creditAccountId')} required>
        {(control) => (
          <AccountSelect
            control={control}
            types={['asset', 'liability', 'equity']}
            value={form.values.creditAccountId}
            onChange={(creditAccountId) => form.set({ creditAccountId })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
