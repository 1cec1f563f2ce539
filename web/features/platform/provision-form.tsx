'use client';
import { plan, provisionWorkspace } from '@atlas/administration/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { endOfDay, numberOf } from './entered.ts';
import { affects, pathOf } from './types.ts';

const initial = { name: '', ownerEmail: '', plan: 'standard', trialDay: null as string | null, seats: '' };

/** A new workspace for somebody who is invited to own it. */
export function ProvisionForm() {
  const t = useTranslations('platform');
  const go = useGo();
  const provision = useCommand(provisionWorkspace, affects);
  const form = useForm(provisionWorkspace.input, initial, {
    inputOf: ({ trialDay, seats, ...values }) => ({
      ...values,
      trialEndsAt: endOfDay(trialDay),
      limits: { members: numberOf(seats), rateFactor: null },
    }),
  });
  const submit = form.onSubmit(async (input) => {
    const { id, name } = await provision.mutateAsync(input);
    notify('success', t('provisioned', { name, email: input.ownerEmail }));
    setUnsaved('form', false);
    go(pathOf(id));
  });
  return (
    <FormFrame
      title={t('provision')}
      trail={[{ label: t('workspaces'), path: '/platform' }]}
      form={form}
      onSubmit={() => submit()}
      backPath="/platform"
      saveLabel={t('provisionNow')}
    >
      <div className="w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('workspace')}>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('name')} error={form.error('/name')} required>
              {(control) => <Input {...control} {...form.text('name')} maxLength={100} autoFocus />}
            </Field>
            <Field label={t('ownerEmail')} error={form.error('/ownerEmail')} hint={t('ownerEmailHint')} required>
              {(control) => <Input {...control} {...form.text('ownerEmail')} type="email" autoComplete="off" />}
            </Field>
            <Field label={t('plan')} error={form.error('/plan')}>
              {(control) => (
                <Select {...control} {...form.text('plan')}>
                  {plan.options.map((each) => (
                    <option key={each} value={each}>
                      {t(`plans.${each}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('trialEnds')} error={form.error('/trialEndsAt')} hint={t('trialHint')}>
              {(control) => (
                <DateInput {...control} value={form.values.trialDay ?? ''} onChange={(trialDay) => form.set({ trialDay })} />
              )}
            </Field>
            <Field label={t('seats')} error={form.error('/limits/members')} hint={t('seatsHint')}>
              {(control) => <Input {...control} {...form.text('seats')} inputMode="numeric" />}
            </Field>
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}
