'use client';
import { type assetCategory, createAsset, listAssetCategories } from '@atlas/assets/contract';
import { endOfMonth, exponentOf, isBusinessDate } from '@atlas/kernel';
import { Button, EmptyState, Field, Input, Select } from '@atlas/ui';
import { Boxes } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useSession } from '../session/session.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { MethodFields, type MethodValues } from './method-fields.tsx';
import { SchedulePreview } from './schedule-preview.tsx';

type Category = z.output<typeof assetCategory>;

const methodOf = ({ method, periods, monthsPerPeriod, proRata, yearlyRate }: Category): MethodValues => ({
  method,
  periods: String(periods),
  monthsPerPeriod: String(monthsPerPeriod),
  proRata,
  yearlyRate,
});

/** Drafts an asset, with the schedule that it will have. */
export function AssetForm() {
  const t = useTranslations('assets');
  const categories = useRead(listAssetCategories, { limit: 200 });
  const asked = useSearchParams().get('category');
  return (
    <RecordState query={categories}>
      {({ items }) => {
        const chosen = items.find(({ id }) => id === asked) ?? items[0];
        if (chosen) return <Filled categories={items} chosen={chosen} />;
        return (
          <>
            <PageHeader title={t('new')} trail={[{ label: t('plural'), path: '/assets' }]} />
            <EmptyState icon={Boxes} title={t('noCategory')} description={t('noCategoryAbout')}>
              <Button asChild look="primary">
                <Link href="/assets/categories/new">{t('newCategory')}</Link>
              </Button>
            </EmptyState>
          </>
        );
      }}
    </RecordState>
  );
}

const amounts = ['cost', 'salvage', 'opening'] as const;

function Filled({ categories, chosen }: { categories: readonly Category[]; chosen: Category }) {
  const t = useTranslations('assets');
  const go = useGo();
  const { baseCurrency } = useSession().company;
  const create = useCommand(createAsset, ['assets.']);
  const form = useForm(
    createAsset.input,
    {
      code: '',
      name: '',
      categoryId: chosen.id,
      ...{ cost: '', salvage: '0', opening: '0', openingPeriods: '0' },
      availableOn: today() as string,
      firstPeriodEndsOn: endOfMonth(today()) as string,
      ...methodOf(chosen),
    },
    { unique: '/code' },
  );
  const save = form.onSubmit(async (input) => {
    const saved = await create.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('created', { name: saved.name }));
    go(`/assets/${saved.id}`);
  });
  const choose = (id: string) => {
    const category = categories.find((each) => each.id === id);
    if (category) form.set({ categoryId: id, ...methodOf(category) });
  };
  const setAvailable = (day: string) =>
    form.set({ availableOn: day, ...(isBusinessDate(day) ? { firstPeriodEndsOn: endOfMonth(day) } : {}) });
  return (
    <FormFrame
      title={t('new')}
      trail={[{ label: t('plural'), path: '/assets' }]}
      form={form}
      onSubmit={() => save()}
      backPath="/assets"
    >
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[minmax(0,44rem)_1fr]">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('code')} error={form.error('/code')} required>
              {(control) => <Input {...control} {...form.text('code')} autoFocus />}
            </Field>
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-3">
              {(control) => <Input {...control} {...form.text('name')} />}
            </Field>
            <Field label={t('category')} error={form.error('/categoryId')} required className="sm:col-span-4">
              {(control) => (
                <Select {...control} value={form.values.categoryId} onChange={(event) => choose(event.currentTarget.value)}>
                  {categories.map(({ id, code, name }) => (
                    <option key={id} value={id}>
                      {code} · {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {amounts.map((name) => (
              <Field key={name} label={t(name)} error={form.error(`/${name}`)} required={name === 'cost'}>
                {(control) => (
                  <AmountInput
                    {...control}
                    scale={exponentOf(baseCurrency)}
                    least={exponentOf(baseCurrency)}
                    value={form.values[name]}
                    onChange={(amount) => form.set({ [name]: amount })}
                  />
                )}
              </Field>
            ))}
            <Field label={t('openingPeriods')} error={form.error('/openingPeriods')}>
              {(control) => <Input {...control} {...form.text('openingPeriods')} inputMode="numeric" />}
            </Field>
            <Field label={t('availableOn')} error={form.error('/availableOn')} required className="sm:col-span-2">
              {(control) => (
                <DateInput {...control} value={form.values.availableOn} onChange={(day) => setAvailable(day ?? '')} />
              )}
            </Field>
            <Field label={t('firstPeriodEndsOn')} error={form.error('/firstPeriodEndsOn')} required className="sm:col-span-2">
              {(control) => (
                <DateInput
                  {...control}
                  value={form.values.firstPeriodEndsOn}
                  onChange={(day) => form.set({ firstPeriodEndsOn: day ?? '' })}
                />
              )}
            </Field>
            <MethodFields form={form} />
          </div>
        </FormSection>
        <SchedulePreview values={form.values} />
      </div>
    </FormFrame>
  );
}
