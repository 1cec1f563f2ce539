'use client';
import { addDays, businessDate, isBusinessDate } from '@atlas/kernel';
import { getParty } from '@atlas/parties/contract';
import { createInvoice, getInvoice, updateInvoice } from '@atlas/sales/contract';
import { Button, Field, Input, Textarea } from '@atlas/ui';
import { Send } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { OwnerPicker } from '../owners/owner-picker.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useHidden } from '../session/hidden.ts';
import { useSession } from '../session/session.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { type Draft, draftOf, freshDraft, type Invoice } from './draft.ts';
import { LinesGrid } from './lines-grid.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { useInvoiceForm } from './use-invoice-form.ts';

/** Writes a new invoice, for the customer that the URL names if it names one. */
export function InvoiceCreate() {
  const customerId = useSearchParams().get('customer');
  const customer = useRead(getParty, { id: customerId ?? '' }, { enabled: customerId !== null });
  const draft = freshDraft(today(), useSession().userId);
  if (customerId === null) return <InvoiceForm initial={draft} />;
  return (
    <RecordState query={customer}>
      {({ id, name }) => <InvoiceForm initial={{ ...draft, customerId: id, customerLabel: name }} />}
    </RecordState>
  );
}

/** Changes a draft. */
export function InvoiceEdit({ id }: { id: string }) {
  const query = useRead(getInvoice, { id });
  return <RecordState query={query}>{(invoice) => <InvoiceForm initial={draftOf(invoice)} invoice={invoice} />}</RecordState>;
}

function InvoiceForm({ initial, invoice }: { initial: Draft; invoice?: Invoice }) {
  const t = useTranslations('invoices');
  const hidden = useHidden(invoice ? updateInvoice : createInvoice);
  const { form, save, post, resolve } = useInvoiceForm(initial, invoice);
  const path = invoice ? `/invoices/${invoice.id}` : '/invoices';
  return (
    <FormFrame
      title={invoice ? t('editDraft') : t('new')}
      trail={[{ label: t('plural'), path: '/invoices' }]}
      form={form}
      onSubmit={save}
      onAlternate={post}
      saveLabel={t('saveDraft')}
      backPath={path}
      onConflict={resolve}
      actions={
        <Button onClick={post} disabled={form.busy} title="Ctrl Shift ↵" aria-keyshortcuts="Control+Shift+Enter">
          <Send aria-hidden /> {t('post')}
        </Button>
      }
    >
      <div className="flex flex-1 flex-col gap-4 p-3 sm:p-4">
        <HeadFields form={form} autoFocus={!invoice && initial.customerId === ''} />
        <LinesGrid lines={form.values.lines} onChange={(lines) => form.set({ lines })} error={form.error} />
        {hidden.includes('note') ? null : (
          <Field label={t('note')} error={form.error('/note')} className="max-w-2xl">
            {(control) => <Textarea {...control} {...form.text('note')} />}
          </Field>
        )}
      </div>
      <TotalsBar lines={form.values.lines} />
    </FormFrame>
  );
}

function HeadFields({ form, autoFocus }: { form: Form<Draft, unknown>; autoFocus: boolean }) {
  const t = useTranslations('invoices');
  const owners = useTranslations('owners');
  const { date } = useFormats();
  const { values } = form;
  const customer = useRead(getParty, { id: values.customerId }, { enabled: values.customerId !== '' });
  const terms = customer.data?.paymentTermDays;
  const due = terms !== undefined && isBusinessDate(values.date) ? date(addDays(businessDate(values.date), terms)) : t('byTerms');
  // The first field of a page that is reached by a key is where typing goes on.
  useEffect(() => {
    if (autoFocus) document.querySelector<HTMLElement>('[name="customer"]')?.focus();
  }, [autoFocus]);
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-7">
      <Field label={t('customer')} error={form.error('/customerId')} required className="sm:col-span-2">
        {(control) => (
          <CustomerPicker
            {...control}
            name="customer"
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
          <DateInput {...control} placeholder={due} value={values.dueDate} onChange={(day) => form.set({ dueDate: day ?? '' })} />
        )}
      </Field>
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
