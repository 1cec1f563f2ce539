'use client';
import { Button, Field } from '@atlas/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Form } from '@/lib/form.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { type RateValues, rateFrom, type TaxValues } from './tax-values.ts';

/** What a tax is from when on. */
export function RatesField({ form }: { form: Form<TaxValues, unknown> }) {
  const t = useTranslations('taxes');
  const { rates, kind } = form.values;
  const change = (key: string, values: Partial<RateValues>) =>
    form.set({ rates: rates.map((rate) => (rate.key === key ? { ...rate, ...values } : rate)) });
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-4">
      <legend className="mb-2 font-medium">{t('rates')}</legend>
      {form.error('/rates') ? (
        <p role="alert" className="text-danger text-xs">
          {form.error('/rates')}
        </p>
      ) : null}
      {rates.map(({ key, validFrom, value }, index) => (
        <div key={key} className="flex items-end gap-3">
          <Field label={t('validFrom')} error={form.error(`/rates/${index}/validFrom`)} required className="w-44">
            {(control) => <DateInput {...control} value={validFrom} onChange={(day) => change(key, { validFrom: day ?? '' })} />}
          </Field>
          <Field
            label={t(kind === 'fixed' ? 'amountEach' : 'percent')}
            error={form.error(`/rates/${index}/value`)}
            required
            className="w-44"
          >
            {(control) => <AmountInput {...control} value={value} onChange={(next) => change(key, { value: next })} />}
          </Field>
          {rates.length > 1 ? (
            <Button
              look="quiet"
              size="icon"
              aria-label={t('removeRate', { day: validFrom })}
              onClick={() => form.set({ rates: rates.filter((rate) => rate.key !== key) })}
            >
              <Trash2 aria-hidden />
            </Button>
          ) : null}
        </div>
      ))}
      <Button className="self-start" onClick={() => form.set({ rates: [...rates, rateFrom('')] })}>
        <Plus aria-hidden /> {t('addRate')}
      </Button>
    </fieldset>
  );
}
