'use client';
import { deleteInvoice, postInvoice, updateInvoice, voidInvoice } from '@atlas/sales/contract';
import { Button, Confirm } from '@atlas/ui';
import { Pencil, Send, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { useGo } from '../guard/guard-store.ts';
import { useMay } from '../session/may.ts';
import { isCovered } from '../shell/page-keys.tsx';
import type { Invoice } from './draft.ts';

const affects = ['sales.', 'accounting.', 'platform.audit'];

/** What can be done with an invoice in its state; the next likely thing is the primary one. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const may = useMay();
  if (invoice.status === 'draft') return <DraftActions invoice={invoice} />;
  const untouched = invoice.open.amount === invoice.gross.amount;
  const voidable = invoice.kind === 'invoice' && invoice.status === 'posted' && untouched;
  return voidable && may(voidInvoice) ? <VoidAction invoice={invoice} /> : null;
}

function DraftActions({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const words = useProblemWords();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const may = useMay();
  const post = useCommand(postInvoice, affects);
  const remove = useCommand(deleteInvoice, affects);
  const refused = (error: unknown) => notify('error', words(error).title, { description: words(error).detail });
  const run = () => {
    if (post.isPending || !may(postInvoice)) return;
    post.mutate(
      { id: invoice.id },
      { onSuccess: ({ number }) => notify('success', t('postedNotice', { number: number ?? '' })), onError: refused },
    );
  };
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isCovered()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {may(deleteInvoice) ? (
        <Button look="quiet" onClick={() => setAsking(true)} aria-label={t('delete')}>
          <Trash2 aria-hidden /> <span className="max-sm:hidden">{t('delete')}</span>
        </Button>
      ) : null}
      {may(updateInvoice) ? (
        <Button asChild>
          <Link href={`/invoices/${invoice.id}/edit`}>
            <Pencil aria-hidden /> <span className="max-sm:sr-only">{record('edit')}</span>
          </Link>
        </Button>
      ) : null}
      {may(postInvoice) ? (
        <Button look="primary" busy={post.isPending} onClick={run}>
          <Send aria-hidden /> {t('post')}
          <span aria-hidden className="font-normal text-xs opacity-80 max-md:hidden">
            Ctrl ↵
          </span>
        </Button>
      ) : null}
      <Confirm
        open={asking}
        danger
        title={t('deleteTitle')}
        description={t('deleteDetail')}
        confirmLabel={t('delete')}
        cancelLabel={record('cancel')}
        busy={remove.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id: invoice.id }, { onSuccess: () => go('/invoices'), onError: refused })}
      />
    </>
  );
}

function VoidAction({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const words = useProblemWords();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const revoke = useCommand(voidInvoice, affects);
  const run = () =>
    revoke.mutate(
      { id: invoice.id },
      {
        onSuccess: (note) => {
          notify('success', t('voidedNotice', { number: note.number ?? '' }));
          go(`/invoices/${note.id}`);
        },
        onError: (error) => notify('error', words(error).title, { description: words(error).detail }),
        onSettled: () => setAsking(false),
      },
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Undo2 aria-hidden /> {t('void')}
      </Button>
      <Confirm
        open={asking}
        title={t('voidTitle', { number: invoice.number ?? '' })}
        description={t('voidDetail')}
        confirmLabel={t('void')}
        cancelLabel={record('cancel')}
        busy={revoke.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={run}
      />
    </>
  );
}
