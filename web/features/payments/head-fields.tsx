'use client';
import { exponentOf } from '@atlas/kernel';
import { getParty } from '@atlas/parties/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { PartyPicker } from '../fields/party-picker.tsx';
import type { Direction, Draft } from './draft.ts';
import { MoneyAccountPicker } from './money-account-picker.tsx';

type Props = { form: Form<Draft, unknown>; currencies: readonly string[]; foreign: boolean };

/** Who paid whom, when, how much, and where the money lies. */
export function HeadFields({ form, currencies, foreign }: Props) {
  const t = useTranslations('payments');
  const { values } = form;
  const party = useRead(getParty, { id: values.partyId }, { enabled: values.partyId !== '' && values.partyLabel === '' });
  const turn = (direction: Direction) => form.set({ direction, partyId: '', partyLabel: '', shares: {} });
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-7">
      <Field label={t('direction')}>
        {(control) => (
          <Select {...control} value={values.direction} onChange={(event) => turn(event.currentTarget.value as Direction)}>
            <option value="in">{t('directions.in')}</option>
            <option value="out">{t('directions.out')}</option>
          </Select>
        )}
      </Field>
      <Field
        label={t(values.direction === 'in' ? 'customer' : 'supplier')}
        error={form.error('/partyId')}
        required
        className="sm:col-span-2"
      >
        {(control) => (
          <PartyPicker
            {...control}
            key={values.direction}
            name="party"
            partyRole={values.direction === 'in' ? 'customer' : 'supplier'}
            chosenLabel={values.partyLabel || (party.data?.name ?? '')}
            onPick={(row) => form.set({ partyId: row?.id ?? '', partyLabel: row?.name ?? '', shares: {} })}
          />
        )}
      </Field>
      <Field label={t('date')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('account')} error={form.error('/accountId')} required>
        {(control) => (
          <MoneyAccountPicker {...control} accountId={values.accountId} onPick={(accountId) => form.set({ accountId })} />
        )}
      </Field>
      <Field label={t('amount')} error={form.error('/amount')}>
        {(control) => (
          <AmountInput
            {...control}
            value={values.amount}
            scale={exponentOf(values.currency)}
            least={exponentOf(values.currency)}
            onChange={(amount) => form.set({ amount })}
          />
        )}
      </Field>
      <Field label={t('reference')} error={form.error('/reference')}>
        {(control) => <Input {...control} {...form.text('reference')} />}
      </Field>
      {currencies.length > 1 ? (
        <Field label={t('currency')} error={form.error('/currency')}>
          {(control) => (
            <Select
              {...control}
              value={values.currency}
              onChange={(event) => form.set({ currency: event.currentTarget.value, shares: {} })}
            >
              {currencies.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {foreign ? (
        <Field label={t('value')} error={form.error('/value')}>
          {(control) => <AmountInput {...control} value={values.value} onChange={(value) => form.set({ value })} />}
        </Field>
      ) : null}
    </section>
  );
}
