'use client';
import { budgetModes, budgetSpans, createBudget, listFiscalYears } from '@atlas/accounting/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { useDimensions } from '../dimensions/use-dimensions.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';

const fresh = {
  name: '',
  fiscalYearId: '',
  dimensionId: null as string | null,
  mode: 'none' as (typeof budgetModes)[number],
  span: 'period' as (typeof budgetSpans)[number],
};

/** Begins a budget: of which year, for the values of which dimension, and what becomes of postings beyond it. */
export function BudgetForm() {
  const t = useTranslations('budgets');
  const go = useGo();
  const create = useCommand(createBudget, ['accounting.']);
  const years = useRead(listFiscalYears, { limit: 200 });
  const dimensions = useDimensions();
  const form = useForm(createBudget.input, fresh, { unique: '/name' });
  const save = form.onSubmit(async (input) => {
    const saved = await create.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('created'));
    go(`/budgets/${saved.id}`);
  });
  return (
    <FormFrame
      title={t('new')}
      trail={[{ label: t('plural'), path: '/budgets' }]}
      form={form}
      onSubmit={() => save()}
      backPath="/budgets"
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('name')} error={form.error('/name')} required>
              {(control) => <Input {...control} {...form.text('name')} maxLength={80} autoFocus />}
            </Field>
            <Field label={t('year')} error={form.error('/fiscalYearId')} required>
              {(control) => (
                <Select
                  {...control}
                  value={form.values.fiscalYearId}
                  onChange={(event) => form.set({ fiscalYearId: event.currentTarget.value })}
                >
                  <option value="">–</option>
                  {(years.data?.items ?? []).map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('dimension')} hint={t('dimensionHint')} className="sm:col-span-2">
              {(control) => (
                <Select
                  {...control}
                  value={form.values.dimensionId ?? ''}
                  onChange={(event) => form.set({ dimensionId: event.currentTarget.value || null })}
                >
                  <option value="">–</option>
                  {(dimensions.data?.items ?? []).flatMap(({ id, name, archivedAt }) =>
                    archivedAt
                      ? []
                      : [
                          <option key={id} value={id}>
                            {name}
                          </option>,
                        ],
                  )}
                </Select>
              )}
            </Field>
            <Field label={t('mode')} hint={t('modeHint')}>
              {(control) => (
                <Select
                  {...control}
                  value={form.values.mode}
                  onChange={(event) => form.set({ mode: event.currentTarget.value as (typeof budgetModes)[number] })}
                >
                  {budgetModes.map((mode) => (
                    <option key={mode} value={mode}>
                      {t(`modes.${mode}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('span')}>
              {(control) => (
                <Select
                  {...control}
                  value={form.values.span}
                  onChange={(event) => form.set({ span: event.currentTarget.value as (typeof budgetSpans)[number] })}
                >
                  {budgetSpans.map((span) => (
                    <option key={span} value={span}>
                      {t(`spans.${span}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}
