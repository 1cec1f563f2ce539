'use client';
import { methods, proRatas } from '@atlas/assets/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { Form } from '@/lib/form.ts';

export type MethodValues = {
  method: (typeof methods)[number];
  periods: string;
  monthsPerPeriod: string;
  proRata: (typeof proRatas)[number];
  yearlyRate: string | null;
};

export const freshMethod: MethodValues = {
  method: 'straight_line',
  periods: '60',
  monthsPerPeriod: '1',
  proRata: 'days',
  yearlyRate: null,
};

/** How an asset loses its value. */
export function MethodFields<V extends MethodValues>({ form }: { form: Form<V, unknown> }) {
  const t = useTranslations('assets');
  const set = (change: Partial<MethodValues>) => form.set(change as Partial<V>);
  const { values } = form;
  return (
    <>
      <Field label={t('method')} error={form.error('/method')} required className="sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            value={values.method}
            onChange={(event) => set({ method: event.currentTarget.value as MethodValues['method'], yearlyRate: null })}
          >
            {methods.map((method) => (
              <option key={method} value={method}>
                {t(`methods.${method}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('periods')} error={form.error('/periods')} required>
        {(control) => <Input {...control} {...form.text('periods')} inputMode="numeric" />}
      </Field>
      <Field label={t('monthsPerPeriod')} error={form.error('/monthsPerPeriod')} required>
        {(control) => (
          <Select {...control} {...form.text('monthsPerPeriod')}>
            {[1, 2, 3, 4, 6, 12].map((months) => (
              <option key={months}>{months}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('proRata')} error={form.error('/proRata')} required className="sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            value={values.proRata}
            onChange={(event) => set({ proRata: event.currentTarget.value as MethodValues['proRata'] })}
          >
            {proRatas.map((proRata) => (
              <option key={proRata} value={proRata}>
                {t(`proRatas.${proRata}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {values.method === 'straight_line' ? null : (
        <Field label={t('yearlyRate')} hint={t('yearlyRateHint')} error={form.error('/yearlyRate')} className="sm:col-span-2">
          {(control) => <Input {...control} {...form.text('yearlyRate')} inputMode="decimal" />}
        </Field>
      )}
    </>
  );
}
