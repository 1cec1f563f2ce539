'use client';
import { addDays, businessDate, exponentOf, isBusinessDate } from '@atlas/kernel';
import { getParty } from '@atlas/parties/contract';
import { Field, Input } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { CurrencyFields } from '../documents/currency-fields.tsx';
import { TermsField } from '../documents/terms-field.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { PartyPicker } from '../fields/party-picker.tsx';
import { OwnerPicker } from '../owners/owner-picker.tsx';
import { useSession } from '../session/session.tsx';
import type { Bill, Draft } from './draft.ts';
import { useKnownNumber } from './use-known-number.ts';

type Props = { form: Form<Draft, unknown>; bill: Bill | undefined };

/** Whom a bill is from, what it says of itself, and when it is due. */
export function HeadFields({ form, bill }: Props) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const owners = useTranslations('owners');
  const { values } = form;
  const supplier = useRead(getParty, { id: values.supplierId }, { enabled: values.supplierId !== '' });
  const isNew = values.supplierId === '';
  const usualId = values.kind === 'bill' ? (supplier.data?.paymentTermsId ?? null) : null;
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-8">
      <Field label={bills('supplier')} error={form.error('/supplierId')} required className="sm:col-span-2">
        {(control) => (
          <PartyPicker
            {...control}
            name="supplier"
            autoFocus={isNew}
            partyRole="supplier"
            chosenLabel={values.supplierLabel}
            onPick={(row) => form.set({ supplierId: row?.id ?? '', supplierLabel: row?.name ?? '' })}
          />
        )}
      </Field>
      <NumberField form={form} bill={bill} />
      <Field label={t('date')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      <PostingAndDue form={form} days={supplier.data?.paymentTermDays} usualId={usualId} />
      <TermsField form={form} usualId={usualId} />
      <CurrencyFields form={form} date={values.date} />
      <TotalField form={form} />
      <Field label={owners('owner')} error={form.error('/ownerId')}>
        {(control) => <OwnerPicker {...control} ownerId={values.ownerId} onPick={(ownerId) => form.set({ ownerId })} />}
      </Field>
    </section>
  );
}

/** The supplier's number. Entered before, it says so at once. */
function NumberField({ form, bill }: Props) {
  const bills = useTranslations('bills');
  const known = useKnownNumber(form.values, bill);
  const warning = known ? bills('knownNumber', { number: known.number ?? bills('draftBill') }) : undefined;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={bills('supplierNumber')}
        error={form.error('/supplierNumber') ?? warning}
        required={form.values.kind === 'bill'}
      >
        {(control) => <Input {...control} {...form.text('supplierNumber')} />}
      </Field>
      {known ? (
        <Link href={`/bills/${known.id}`} target="_blank" className="text-accent text-xs hover:underline">
          {bills('openKnown')}
        </Link>
      ) : null}
    </div>
  );
}

type DueProps = Pick<Props, 'form'> & { days: number | undefined; usualId: string | null };

function PostingAndDue({ form, days, usualId }: DueProps) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const { date } = useFormats();
  const { values } = form;
  const isDay = isBusinessDate(values.date);
  const byTerms = values.paymentTermsId !== null || usualId !== null || days === undefined || !isDay;
  const due = byTerms ? t('byTerms') : date(addDays(businessDate(values.date), days));
  return (
    <>
      <Field label={bills('postingDate')} error={form.error('/postingDate')}>
        {(control) => (
          <DateInput
            {...control}
            placeholder={isDay ? date(values.date) : ''}
            value={values.postingDate}
            onChange={(day) => form.set({ postingDate: day ?? '' })}
          />
        )}
      </Field>
      <Field label={t('dueDate')} error={form.error('/dueDate')}>
        {(control) => (
          <DateInput
            {...control}
            disabled={values.paymentTermsId !== null}
            placeholder={due}
            value={values.dueDate}
            onChange={(day) => form.set({ dueDate: day ?? '' })}
          />
        )}
      </Field>
    </>
  );
}

function TotalField({ form }: Pick<Props, 'form'>) {
  const bills = useTranslations('bills');
  const { baseCurrency } = useSession().company;
  const scale = exponentOf(form.values.currency || baseCurrency);
  return (
    <Field label={bills('total')} error={form.error('/total') ?? form.error('/rounding')}>
      {(control) => (
        <AmountInput
          {...control}
          value={form.values.total}
          scale={scale}
          least={scale}
          onChange={(total) => form.set({ total, rounding: '' })}
        />
      )}
    </Field>
  );
}
