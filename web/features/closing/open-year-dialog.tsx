'use client';
import { type fiscalYear, openFiscalYear, yearLayout } from '@atlas/accounting/contract';
import { addDays, businessDate } from '@atlas/kernel';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';

type Props = { years: readonly z.output<typeof fiscalYear>[]; onClose: () => void };
type Layout = z.output<typeof yearLayout>;

/** Opens the year after the last one, or any other, and asks how it is divided. */
export function OpenYearDialog({ years, onClose }: Props) {
  const t = useTranslations('closing');
  const open = useCommand(openFiscalYear, ['accounting.']);
  const [last] = years;
  const startsOn = last ? addDays(businessDate(last.endsOn), 1) : today();
  const layout: Layout = last?.layout ?? 'months';
  const form = useForm(openFiscalYear.input, { startsOn: startsOn as string, layout, weeks: 52 as 52 | 53 });
  const submit = form.onSubmit(async (input) => {
    const { name } = await open.mutateAsync(input);
    notify('success', t('yearOpened', { name }));
    onClose();
  });
  return (
    <DialogForm
      title={t('openYear')}
      description={t('openYearAbout')}
      submitLabel={t('openYear')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('startsOn')} error={form.error('/startsOn')} required>
        {(control) => (
          <DateInput {...control} value={form.values.startsOn} onChange={(day) => form.set({ startsOn: day ?? '' })} />
        )}
      </Field>
      <Field label={t('layout')} hint={t(`layoutHints.${form.values.layout}`)}>
        {(control) => (
          <Select
            {...control}
            value={form.values.layout}
            onChange={(event) => form.set({ layout: event.currentTarget.value as Layout })}
          >
            {yearLayout.options.map((each) => (
              <option key={each} value={each}>
                {t(`layouts.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {form.values.layout === 'four_weeks' ? (
        <Field label={t('weeks')}>
          {(control) => (
            <Select
              {...control}
              value={form.values.weeks}
              onChange={(event) => form.set({ weeks: event.currentTarget.value === '53' ? 53 : 52 })}
            >
              <option value={52}>52</option>
              <option value={53}>53</option>
            </Select>
          )}
        </Field>
      ) : null}
    </DialogForm>
  );
}
