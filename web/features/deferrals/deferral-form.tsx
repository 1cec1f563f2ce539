'use client';
import { createDeferral, deferralBases, deferralKinds } from '@atlas/assets/contract';
import { exponentOf } from '@atlas/kernel';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { AccountSelect } from '../assets/account-select.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { useSession } from '../session/session.tsx';

const accountTypes = {
  revenue: { from: ['liability'], to: ['income'] },
  expense: { from: ['asset'], to: ['expense'] },
} as const;

const fresh = {
  kind: 'expense' as (typeof deferralKinds)[number],
  description: '',
  amount: '',
  fromAccountId: '',
  toAccountId: '',
  startsOn: today() as string,
  endsOn: '',
  basis: 'days' as (typeof deferralBases)[number],
};

/** Spreads an amount over the months of a service. */
export function DeferralForm() {
  const t = useTranslations('deferrals');
  const go = useGo();
  const { baseCurrency } = useSession().company;
  const create = useCommand(createDeferral, ['assets.']);
  const form = useForm(createDeferral.input, fresh);
  const save = form.onSubmit(async (input) => {
    const saved = await create.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('created'));
    go(`/deferrals/${saved.id}`);
  });
  const types = accountTypes[form.values.kind];
  return (
    <FormFrame
      title={t('new')}
      trail={[{ label: t('plural'), path: '/deferrals' }]}
      form={form}
      onSubmit={() => save()}
      backPath="/deferrals"
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('kind')} error={form.error('/kind')} required className="sm:col-span-2">
              {(control) => (
                <Select
                  {...control}
                  value={form.values.kind}
                  onChange={(event) =>
                    form.set({
                      kind: event.currentTarget.value as (typeof deferralKinds)[number],
                      fromAccountId: '',
                      toAccountId: '',
                    })
                  }
                >
                  {deferralKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`kinds.${kind}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('amount')} error={form.error('/amount')} required className="sm:col-span-2">
              {(control) => (
                <AmountInput
                  {...control}
                  scale={exponentOf(baseCurrency)}
                  least={exponentOf(baseCurrency)}
                  value={form.values.amount}
                  onChange={(amount) => form.set({ amount })}
                />
              )}
            </Field>
            <Field label={t('description')} error={form.error('/description')} required className="sm:col-span-4">
              {(control) => <Input {...control} {...form.text('description')} maxLength={200} />}
            </Field>
            <Field label={t('fromAccount')} error={form.error('/fromAccountId')} required className="sm:col-span-2">
              {(control) => (
                <AccountSelect
                  control={control}
                  types={types.from}
                  value={form.values.fromAccountId}
                  onChange={(fromAccountId) => form.set({ fromAccountId })}
                />
              )}
            </Field>
            <Field label={t('toAccount')} error={form.error('/toAccountId')} required className="sm:col-span-2">
              {(control) => (
                <AccountSelect
                  control={control}
                  types={types.to}
                  value={form.values.toAccountId}
                  onChange={(toAccountId) => form.set({ toAccountId })}
                />
              )}
            </Field>
            {(['startsOn', 'endsOn'] as const).map((name) => (
              <Field key={name} label={t(name)} error={form.error(`/${name}`)} required>
                {(control) => (
                  <DateInput {...control} value={form.values[name]} onChange={(day) => form.set({ [name]: day ?? '' })} />
                )}
              </Field>
            ))}
            <Field label={t('basis')} error={form.error('/basis')} required className="sm:col-span-2">
              {(control) => (
                <Select {...control} {...form.text('basis')}>
                  {deferralBases.map((basis) => (
                    <option key={basis} value={basis}>
                      {t(`bases.${basis}`)}
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
