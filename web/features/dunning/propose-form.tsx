'use client';
import { proposeDunningRun } from '@atlas/payments/contract';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';

/** Asks for the day, and proposes whom to remind of what. */
export function ProposeForm() {
  const t = useTranslations('dunning');
  const go = useGo();
  const propose = useCommand(proposeDunningRun, ['payments.dunning_run']);
  const form = useForm(proposeDunningRun.input, { asOf: today() as string });
  const save = form.onSubmit(async (input) => {
    const run = await propose.mutateAsync(input);
    setUnsaved('form', false);
    go(`/dunning/${run.id}`);
  });
  return (
    <FormFrame
      title={t('new')}
      trail={[{ label: t('plural'), path: '/dunning' }]}
      form={form}
      onSubmit={() => save()}
      backPath="/dunning"
      saveLabel={t('propose')}
    >
      <div className="mx-auto w-full max-w-xl p-3 sm:p-4">
        <FormSection title={t('whom')}>
          <p className="mb-3 text-ink-muted">{t('about')}</p>
          <Field label={t('asOf')} error={form.error('/asOf')} required className="w-44">
            {(control) => <DateInput {...control} value={form.values.asOf} onChange={(day) => form.set({ asOf: day ?? '' })} />}
          </Field>
        </FormSection>
      </div>
    </FormFrame>
  );
}
