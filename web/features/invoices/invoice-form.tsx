'use client';
import { getParty } from '@atlas/parties/contract';
import { createInvoice, getInvoice, updateInvoice } from '@atlas/sales/contract';
import { Button, Field, Textarea } from '@atlas/ui';
import { Send } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { today } from '@/lib/today.ts';
import { useTaxCalculation } from '../documents/use-tax-calculation.ts';
import { FormFrame } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useHidden } from '../session/hidden.ts';
import { useSession } from '../session/session.tsx';
import { pricedCharges } from './charges.ts';
import { ChargesSection } from './charges-section.tsx';
import { type Draft, draftOf, freshDraft, pricedLines } from './draft.ts';
import { HeadFields } from './head-fields.tsx';
import { LinesGrid } from './lines-grid.tsx';
import type { Invoice } from './shares.ts';
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

const noNets = new Map<string, never>();

function InvoiceForm({ initial, invoice }: { initial: Draft; invoice?: Invoice }) {
  const t = useTranslations('invoices');
  const hidden = useHidden(invoice ? updateInvoice : createInvoice);
  const { form, save, post, resolve } = useInvoiceForm(initial, invoice);
  const { baseCurrency } = useSession().company;
  const { date, currency, lines, charges } = form.values;
  const asked = { lines: pricedLines(lines), charges: pricedCharges(charges) };
  const calculation = useTaxCalculation(date, currency || baseCurrency, asked.lines, asked.charges);
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
        <HeadFields form={form} sums={calculation?.document} autoFocus={!invoice && initial.customerId === ''} />
        <LinesGrid
          lines={lines}
          nets={calculation?.nets ?? noNets}
          onChange={(lines) => form.set({ lines })}
          error={form.error}
        />
        <ChargesSection
          charges={charges}
          worked={calculation?.document.charges ?? []}
          onChange={(next) => form.set({ charges: next })}
          error={form.error}
        />
        {hidden.includes('note') ? null : (
          <Field label={t('note')} error={form.error('/note')} className="max-w-2xl">
            {(control) => <Textarea {...control} {...form.text('note')} />}
          </Field>
        )}
      </div>
      <TotalsBar document={calculation?.document} />
    </FormFrame>
  );
}
