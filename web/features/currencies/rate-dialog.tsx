'use client';
import { saveExchangeRate } from '@atlas/accounting/contract';
import { currencies } from '@atlas/kernel';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { useSession } from '../session/session.tsx';

type Props = { currency: string; onSaved: (currency: string) => void; onClose: () => void };
type Quotation = 'foreign_per_base' | 'base_per_foreign';

/** Says what a currency is worth on a day. */
export function RateDialog({ currency, onSaved, onClose }: Props) {
  const t = useTranslations('currencies');
  const { baseCurrency: base } = useSession().company;
  const save = useCommand(saveExchangeRate, ['accounting.exchange_rate']);
  const fresh = { currency, validOn: today() as string, source: 'manual', quotation: 'foreign_per_base' as Quotation, rate: '' };
  const form = useForm(saveExchangeRate.input, fresh);
  const { values } = form;
  const submit = form.onSubmit(async (input) => {
    const saved = await save.mutateAsync(input);
    notify('success', t('saved', { currency: saved.currency }));
    onSaved(saved.currency);
    onClose();
  });
  return (
    <DialogForm
      title={t('newRate')}
      description={t('newRateAbout')}
      submitLabel={t('save')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('currency')} error={form.error('/currency')} required>
          {(control) => (
            <Select {...control} {...form.text('currency')}>
              {currencies
                .filter((code) => code !== base)
                .map((code) => (
                  <option key={code}>{code}</option>
                ))}
            </Select>
          )}
        </Field>
        <Field label={t('validOn')} error={form.error('/validOn')} required>
          {(control) => <DateInput {...control} value={values.validOn} onChange={(day) => form.set({ validOn: day ?? '' })} />}
        </Field>
        <Field label={t('quotation')} error={form.error('/quotation')} required>
          {(control) => (
            <Select
              {...control}
              value={values.quotation}
              onChange={(event) => form.set({ quotation: event.currentTarget.value as Quotation })}
            >
              <option value="foreign_per_base">{t('unitsPer', { units: values.currency, one: base })}</option>
              <option value="base_per_foreign">{t('unitsPer', { units: base, one: values.currency })}</option>
            </Select>
          )}
        </Field>
        <Field label={t('rate')} error={form.error('/rate')} required>
          {(control) => <AmountInput {...control} value={values.rate} onChange={(rate) => form.set({ rate })} />}
        </Field>
        <Field label={t('source')} hint={t('sourceHint')} error={form.error('/source')} required className="sm:col-span-2">
          {(control) => <Input {...control} {...form.text('source')} />}
        </Field>
      </div>
    </DialogForm>
  );
}
