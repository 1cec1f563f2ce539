'use client';
import { createBill, deleteBill, postBill, updateBill, voidBill } from '@atlas/purchasing/contract';
import { Button } from '@atlas/ui';
import { ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { DraftActions } from '../documents/draft-actions.tsx';
import { useRefused } from '../documents/use-refused.ts';
import { VoidAction } from '../documents/void-action.tsx';
import { useGo } from '../guard/guard-store.ts';
import { RecordPayment } from '../payments/record-payment.tsx';
import { useMay } from '../session/may.ts';
import type { Bill } from './draft.ts';
import { affects } from './use-bill-form.ts';

/** What can be done with a bill in its state. */
export function BillActions({ bill }: { bill: Bill }) {
  const t = useTranslations('bills');
  const may = useMay();
  if (bill.status === 'draft') return <BillDraftActions bill={bill} />;
  if (bill.kind !== 'bill' || bill.status !== 'posted' || !/[1-9]/.test(bill.open.amount)) return null;
  return (
    <>
      {may(createBill) ? (
        <Button asChild>
          <Link href={`/bills/new?credits=${bill.id}`}>
            <ReceiptText aria-hidden /> <span className="max-sm:sr-only">{t('enterCredit')}</span>
          </Link>
        </Button>
      ) : null}
      {may(voidBill) && bill.creditNotes.length === 0 ? <BillVoidAction bill={bill} /> : null}
      <RecordPayment direction="out" partyId={bill.supplierId} open={bill.open} />
    </>
  );
}

function BillDraftActions({ bill: { id } }: { bill: Bill }) {
  const t = useTranslations('invoices');
  const go = useGo();
  const may = useMay();
  const post = useCommand(postBill, affects);
  const remove = useCommand(deleteBill, affects);
  const onError = useRefused();
  const onPosted = ({ number }: Bill) => notify('success', t('postedNotice', { number: number ?? '' }));
  return (
    <DraftActions
      post={may(postBill) ? { run: () => post.mutate({ id }, { onSuccess: onPosted, onError }), busy: post.isPending } : null}
      remove={
        may(deleteBill)
          ? { run: () => remove.mutate({ id }, { onSuccess: () => go('/bills'), onError }), busy: remove.isPending }
          : null
      }
      editPath={may(updateBill) ? `/bills/${id}/edit` : null}
    />
  );
}

function BillVoidAction({ bill: { id, number } }: { bill: Bill }) {
  const t = useTranslations('invoices');
  const go = useGo();
  const revoke = useCommand(voidBill, affects);
  const onError = useRefused();
  const onSuccess = (note: Bill) => {
    notify('success', t('voidedNotice', { number: note.number ?? '' }));
    go(`/bills/${note.id}`);
  };
  return (
    <VoidAction
      number={number ?? ''}
      busy={revoke.isPending}
      run={(done) => revoke.mutate({ id }, { onSuccess, onError, onSettled: done })}
    />
  );
}
