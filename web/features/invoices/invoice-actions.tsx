'use client';
import { deleteInvoice, postInvoice, updateInvoice, voidInvoice } from '@atlas/sales/contract';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { DraftActions } from '../documents/draft-actions.tsx';
import { useRefused } from '../documents/use-refused.ts';
import { VoidAction } from '../documents/void-action.tsx';
import { useGo } from '../guard/guard-store.ts';
import { RecordPayment } from '../payments/record-payment.tsx';
import { useMay } from '../session/may.ts';
import type { Invoice } from './shares.ts';

const affects = ['sales.', 'accounting.', 'platform.audit'];

/** What can be done with an invoice in its state; the next likely thing is the primary one. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const may = useMay();
  if (invoice.status === 'draft') return <InvoiceDraftActions invoice={invoice} />;
  const untouched = invoice.open.amount === invoice.gross.amount;
  const voidable = invoice.kind === 'invoice' && invoice.status === 'posted' && untouched;
  return (
    <>
      {voidable && may(voidInvoice) ? <InvoiceVoidAction invoice={invoice} /> : null}
      <RecordPayment direction="in" partyId={invoice.customerId} open={invoice.open} />
    </>
  );
}

function InvoiceDraftActions({ invoice: { id } }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const go = useGo();
  const may = useMay();
  const post = useCommand(postInvoice, affects);
  const remove = useCommand(deleteInvoice, affects);
  const onError = useRefused();
  const onPosted = ({ number }: { number: string | null }) => notify('success', t('postedNotice', { number: number ?? '' }));
  return (
    <DraftActions
      post={may(postInvoice) ? { run: () => post.mutate({ id }, { onSuccess: onPosted, onError }), busy: post.isPending } : null}
      remove={
        may(deleteInvoice)
          ? { run: () => remove.mutate({ id }, { onSuccess: () => go('/invoices'), onError }), busy: remove.isPending }
          : null
      }
      editPath={may(updateInvoice) ? `/invoices/${id}/edit` : null}
    />
  );
}

function InvoiceVoidAction({ invoice: { id, number } }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const go = useGo();
  const revoke = useCommand(voidInvoice, affects);
  const onError = useRefused();
  const onSuccess = (note: Invoice) => {
    notify('success', t('voidedNotice', { number: note.number ?? '' }));
    go(`/invoices/${note.id}`);
  };
  return (
    <VoidAction
      number={number ?? ''}
      busy={revoke.isPending}
      run={(done) => revoke.mutate({ id }, { onSuccess, onError, onSettled: done })}
    />
  );
}
