'use client';
import type { Output } from '@atlas/contract';
import { addDays, businessDate, isBusinessDate } from '@atlas/kernel';
import { getParty } from '@atlas/parties/contract';
import type { calculateTaxes } from '@atlas/tax/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { CurrencyFields } from '../documents/currency-fields.tsx';
import { TermsField } from '../documents/terms-field.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { PartyPicker } from '../fields/party-picker.tsx';
import { OwnerPicker } from '../owners/owner-picker.tsx';
import type { Draft } from './draft.ts';

type Props = { form: Form<Draft, unknown>; sums: Output<typeof calculateTaxes> | undefined; autoFocus: boolean };

/** To whom an invoice is, when it is to be paid and in which currency. */
export function HeadFields({ form, sums, autoFocus }: Props) {
  const t = useTranslations('invoices');
  const owners = useTranslations('owners');
  const { date } = useFormats();
  const { values } = form;
  const customer = useRead(getParty, { id: values.customerId }, { enabled: values.customerId !== '' });
  const terms = customer.data?.paymentTermDays;
  const usualId = values.kind === 'invoice' ? (customer.data?.paymentTermsId ?? null) : null;
  const byTerms = values.paymentTermsId !== null || usualId !== null;
  const due = terms !== undefined && isBusinessDate(values.date) ? date(addDays(businessDate(values.date), terms)) : t('byTerms');
  return (
    <section className="grid items-start gap-3 rounded-lg border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-6">
      <Field label={t('customer')} error={form.error('/customerId')} required className="sm:col-span-2">
        {(control) => (
          <PartyPicker
            partyRole="customer"
            {...control}
            name="customer"
            autoFocus={autoFocus}
            chosenLabel={values.customerLabel}
            onPick={(row) => form.set({ customerId: row?.id ?? '', customerLabel: row?.name ?? '' })}
          />
        )}
      </Field>
      <Field label={t('date')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <Field label={t('dueDate')} error={form.error('/dueDate')}>
        {(control) => (
          <DateInput
            {...control}
            disabled={values.paymentTermsId !== null}
            placeholder={byTerms ? t('byTerms') : due}
            value={values.dueDate}
            onChange={(day) => form.set({ dueDate: day ?? '' })}
          />
        )}
      </Field>
      <TermsField form={form} usualId={usualId} document={sums && { date: values.date, net: sums.net, payable: sums.payable }} />
      <CurrencyFields form={form} date={values.date} />
      <Field label={t('reference')} error={form.error('/reference')}>
        {(control) => <Input {...control} {...form.text('reference')} />}
      </Field>
      <Field label={t('shipCountry')} error={form.error('/shipCountry')}>
        {(control) => <Input {...control} {...form.text('shipCountry')} />}
      </Field>
      <Field label={owners('owner')} error={form.error('/ownerId')}>
        {(control) => <OwnerPicker {...control} ownerId={values.ownerId} onPick={(ownerId) => form.set({ ownerId })} />}
      </Field>
    </section>
  );
}
