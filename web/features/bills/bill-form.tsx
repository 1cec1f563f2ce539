'use client';
import { createBill, getBill, updateBill } from '@atlas/purchasing/contract';
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
import { pricedLines } from './bill-input.ts';
import { type Bill, creditOf, type Draft, draftOf, freshDraft } from './draft.ts';
import { HeadFields } from './head-fields.tsx';
import { LinesGrid } from './lines-grid.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { useBillForm } from './use-bill-form.ts';

/** Enters a new bill, or the credit note over the bill that the URL names. */
export function BillCreate() {
  const credited = useSearchParams().get('credits');
  const query = useRead(getBill, { id: credited ?? '' }, { enabled: credited !== null });
  const draft = freshDraft(today(), useSession().userId);
  if (credited === null) return <BillForm initial={draft} />;
  return <RecordState query={query}>{(bill) => <BillForm initial={creditOf(bill, draft)} />}</RecordState>;
}

/** Changes a draft. */
export function BillEdit({ id }: { id: string }) {
  const query = useRead(getBill, { id });
  return <RecordState query={query}>{(bill) => <BillForm initial={draftOf(bill)} bill={bill} />}</RecordState>;
}

function titleOf({ kind }: Draft, bill: Bill | undefined): 'edit' | 'new' | 'newCredit' {
  if (bill) return 'edit';
  return kind === 'bill' ? 'new' : 'newCredit';
}

function BillForm({ initial, bill }: { initial: Draft; bill?: Bill }) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const hidden = useHidden(bill ? updateBill : createBill);
  const { form, save, post, resolve } = useBillForm(initial, bill);
  const { baseCurrency } = useSession().company;
  const worked = useTaxCalculation(form.values.date, form.values.currency || baseCurrency, pricedLines(form.values));
  return (
    <FormFrame
      title={bills(titleOf(initial, bill))}
      trail={[{ label: bills('plural'), path: '/bills' }]}
      form={form}
      onSubmit={save}
      onAlternate={post}
      saveLabel={t('saveDraft')}
      backPath={bill ? `/bills/${bill.id}` : '/bills'}
      onConflict={resolve}
      actions={
        <Button onClick={post} disabled={form.busy} title="Ctrl Shift ↵" aria-keyshortcuts="Control+Shift+Enter">
          <Send aria-hidden /> {t('post')}
        </Button>
      }
    >
      <div className="flex flex-1 flex-col gap-4 p-3 sm:p-4">
        <HeadFields form={form} bill={bill} />
        <LinesGrid lines={form.values.lines} nets={worked?.nets} onChange={(lines) => form.set({ lines })} error={form.error} />
        {hidden.includes('note') ? null : (
          <Field label={t('note')} error={form.error('/note')} className="max-w-2xl">
            {(control) => <Textarea {...control} {...form.text('note')} />}
          </Field>
        )}
      </div>
      <TotalsBar worked={worked} draft={form.values} onRound={(rounding) => form.set({ rounding })} />
    </FormFrame>
  );
}
