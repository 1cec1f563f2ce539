'use client';
import { type asset, disposeAsset } from '@atlas/assets/contract';
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
type Values = { id: string; date: string; proceeds: string; proceedsAccountId: string };

const inputOf = ({ proceedsAccountId, ...values }: Values) => ({ ...values, proceedsAccountId: proceedsAccountId || null });

/** Sells or scraps an asset: without a price it is scrapped. */
export function DisposeDialog({ record, onClose }: Props) {
  const t = useTranslations('assets');
  const dispose = useCommand(disposeAsset, ['assets.', 'accounting.']);
  const fresh: Values = { id: record.id, date: today(), proceeds: '0', proceedsAccountId: '' };
  const form = useForm(disposeAsset.input, fresh, { inputOf });
  const submit = form.onSubmit(async (input) => {
    await dispose.mutateAsync(input);
    notify('success', t('disposed', { name: record.name }));
    onClose();
  });
  const decimals = exponentOf(record.cost.currency);
  return (
    <DialogForm
      title={t('dispose')}
      description={t('disposeAbout')}
      submitLabel={t('dispose')}
      danger
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('disposalDate')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('proceeds')} error={form.error('/proceeds')}>
        {(control) => (
          <AmountInput
            {...control}
            scale={decimals}
            least={decimals}
            value={form.values.proceeds}
            onChange={(proceeds) => form.set({ proceeds })}
          />
        )}
      </Field>
      <Field label={t('proceedsAccount')} error={form.error('/proceedsAccountId')}>
        {(control) => (
          <AccountSelect
            control={control}
            types={['asset', 'liability']}
            value={form.values.proceedsAccountId}
            onChange={(proceedsAccountId) => form.set({ proceedsAccountId })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
