'use client';
import { getJournal } from '@atlas/accounting/contract';
import { getInvoice } from '@atlas/sales/contract';
import { Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { HistoryCard } from '../record/history.tsx';
import { useMay } from '../session/may.ts';
import type { Invoice } from './draft.ts';

/** Beside an invoice: what it did to the books, the documents it belongs to, who did what. */
export function InvoicePanel({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const may = useMay();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {may(getJournal) ? (
        <Card className="p-4">
          <h2 className="mb-2 font-semibold">{t('entry')}</h2>
          {invoice.entryId ? <EntryCard id={invoice.entryId} /> : <p className="text-ink-muted">{t('noEntry')}</p>}
        </Card>
      ) : null}
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
      <HistoryCard subjectId={invoice.id} />
    </div>
  );
}

function EntryCard({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const journals = useTranslations('journals');
  const { amount } = useFormats();
  const entry = useRead(getJournal, { id });
  if (!entry.data) return <Skeleton className="h-24" />;
  return (
    <>
      <table className="w-full">
        <thead>
          <tr className="h-7 border-b text-ink-muted text-xs">
            <th scope="col" className="text-start font-normal">
              {journals('account')}
            </th>
            <th scope="col" className="px-2 text-end font-normal">
              {journals('debit')}
            </th>
            <th scope="col" className="text-end font-normal">
              {journals('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.data.lines.map((line) => (
            <tr key={line.position} className="h-7 border-b">
              <td>
                <Link href={`/reports/ledger/${line.accountId}`} prefetch={false} className="hover:underline">
                  {line.accountCode} {line.accountName}
                </Link>
              </td>
              <td className="whitespace-nowrap px-2 text-end">{line.debit ? amount(line.debit) : ''}</td>
              <td className="whitespace-nowrap text-end">{line.credit ? amount(line.credit) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/journals/${id}`} className="mt-2 inline-block text-accent hover:underline">
        {t('openEntry', { number: entry.data.number })}
      </Link>
    </>
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
