'use client';
import { getInvoice } from '@atlas/sales/contract';
import { Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { EntryCard } from '../documents/entry-card.tsx';
import { HistoryCard } from '../record/history.tsx';
import { MailsCard } from './mails-card.tsx';
import type { Invoice } from './shares.ts';

/** Beside an invoice: what it did to the books, the documents it belongs to, who did what. */
export function InvoicePanel({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <EntryCard entryId={invoice.entryId} />
      {invoice.creditedInvoiceId || invoice.creditNotes.length > 0 ? (
        <Card className="p-4">
          <h2 className="mb-2 font-semibold">{t('linked')}</h2>
          {invoice.creditedInvoiceId ? <CreditedInvoice id={invoice.creditedInvoiceId} /> : null}
          {invoice.creditNotes.map((note) => (
            <Link key={note.id} href={`/invoices/${note.id}`} className="block text-accent hover:underline">
              {t('creditedBy', { number: note.number })}
            </Link>
          ))}
        </Card>
      ) : null}
      {invoice.number === null ? null : <MailsCard invoiceId={invoice.id} />}
      <HistoryCard subjectId={invoice.id} />
    </div>
  );
}

function CreditedInvoice({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const credited = useRead(getInvoice, { id });
  return (
    <Link href={`/invoices/${id}`} className="text-accent hover:underline">
      {t('credits', { number: credited.data?.number ?? '…' })}
    </Link>
  );
}
