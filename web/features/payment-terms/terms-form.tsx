'use client';
import { createPaymentTerms, listPaymentTerms, updatePaymentTerms } from '@atlas/payments/contract';
import { Checkbox, EmptyState, Field, Input } from '@atlas/ui';
import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api, useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { DiscountFields } from './discount-fields.tsx';
import { LinesEditor } from './lines-editor.tsx';
import { TermsPreview } from './terms-preview.tsx';
import { freshTerms, inputOf, type Terms, valuesOf } from './terms-values.ts';

const input = { limit: 200 };
const affects = ['payments.terms'];

/** Changes payment terms; documents that were posted keep theirs. */
export function TermsEdit({ id }: { id: string }) {
  const t = useTranslations('paymentTerms');
  const query = useRead(listPaymentTerms, input);
  return (
    <RecordState query={query}>
      {({ items }) => {
        const terms = items.find((each) => each.id === id);
        if (terms) return <TermsForm terms={terms} />;
        return (
          <>
            <PageHeader title={t('plural')} trail={[{ label: t('plural'), path: '/payment-terms' }]} />
            <EmptyState icon={CalendarClock} title={t('goneTitle')} description={t('goneAbout')} />
          </>
        );
      }}
    </RecordState>
  );
}

/** Adds payment terms, or changes them, and shows what they make of an example. */
export function TermsForm({ terms }: { terms?: Terms }) {
  const t = useTranslations('paymentTerms');
  const go = useGo();
  const create = useCommand(createPaymentTerms, affects);
  const update = useCommand(updatePaymentTerms, affects);
  const form = useForm(createPaymentTerms.input, terms ? valuesOf(terms) : freshTerms(), { inputOf, unique: '/code' });
  const { archived } = form.values;
  const save = (version: number | undefined) =>
    form.onSubmit(async (fields) => {
      if (terms && version !== undefined) await update.mutateAsync({ ...fields, archived, id: terms.id, version });
      else await create.mutateAsync(fields);
      setUnsaved('form', false);
      notify('success', t('saved', { name: fields.name }));
      go('/payment-terms');
    })();
  const resolve = async (keep: 'theirs' | 'mine') => {
    const newer = (await api.call(listPaymentTerms, input)).items.find(({ id }) => id === terms?.id);
    if (!newer) return;
    if (keep === 'theirs') form.reset(valuesOf(newer));
    else save(newer.version);
  };
  return (
    <FormFrame
      title={terms ? terms.name : t('new')}
      trail={[{ label: t('plural'), path: '/payment-terms' }]}
      form={form}
      onSubmit={() => save(terms?.version)}
      backPath="/payment-terms"
      onConflict={(keep) => void resolve(keep)}
    >
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <FormSection title={t('details')}>
            <div className="grid gap-3 sm:grid-cols-4">
              <Field label={t('code')} error={form.error('/code')} required>
                {(control) => <Input {...control} {...form.text('code')} autoFocus={!terms} />}
              </Field>
              <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-3">
                {(control) => <Input {...control} {...form.text('name')} />}
              </Field>
            </div>
            {terms ? (
              // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
              <label className="mt-3 flex items-center gap-2">
                <Checkbox checked={archived} onChange={(event) => form.set({ archived: event.currentTarget.checked })} />
                {t('archive')}
              </label>
            ) : null}
          </FormSection>
          <LinesEditor form={form} />
          <DiscountFields form={form} />
        </div>
        <TermsPreview values={form.values} />
      </div>
    </FormFrame>
  );
}
