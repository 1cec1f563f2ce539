'use client';
import { addBillAttachment, getBill, listBillAttachments, removeBillAttachment } from '@atlas/purchasing/contract';
import { Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { AttachmentsCard } from '../documents/attachments-card.tsx';
import { DocumentStatus } from '../documents/document-status.tsx';
import { EntryCard } from '../documents/entry-card.tsx';
import { OwnerName } from '../owners/owner-name.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { BillActions } from './bill-actions.tsx';
import { BillLines } from './bill-lines.tsx';
import type { Bill } from './draft.ts';

const attachments = { add: addBillAttachment, list: listBillAttachments, remove: removeBillAttachment };

/** A bill or credit note: head, lines, what can be done, and beside them its entry and history. */
export function BillDetail({ id }: { id: string }) {
  const query = useRead(getBill, { id });
  return <RecordState query={query}>{(bill) => <BillPage bill={bill} />}</RecordState>;
}

function BillPage({ bill }: { bill: Bill }) {
  const t = useTranslations('bills');
  const invoices = useTranslations('invoices');
  const title = bill.number ?? t(bill.kind === 'bill' ? 'draftBill' : 'draftCredit');
  return (
    <>
      <PageHeader title={title} trail={[{ label: t('plural'), path: '/bills' }]} badge={<DocumentStatus document={bill} />}>
        <BillActions bill={bill} />
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Head bill={bill} />
          <BillLines bill={bill} />
          {bill.note ? (
            <Card className="whitespace-pre-line p-4">
              <h2 className="mb-1 font-semibold">{invoices('note')}</h2>
              {bill.note}
            </Card>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <EntryCard entryId={bill.entryId} />
          <LinkedCard bill={bill} />
          <AttachmentsCard id={bill.id} posted={bill.status !== 'draft'} path="bills" routes={attachments} />
          <HistoryCard subjectId={bill.id} />
        </div>
      </div>
    </>
  );
}

/** The bill that a credit note takes back, or the credit notes that take a bill back. */
function LinkedCard({ bill }: { bill: Bill }) {
  const t = useTranslations('invoices');
  if (!bill.creditedBillId && bill.creditNotes.length === 0) return null;
  return (
    <Card className="p-4">
      <h2 className="mb-2 font-semibold">{t('linked')}</h2>
      {bill.creditedBillId ? <CreditedBill id={bill.creditedBillId} /> : null}
      {bill.creditNotes.map((note) => (
        <Link key={note.id} href={`/bills/${note.id}`} className="block text-accent hover:underline">
          {t('creditedBy', { number: note.number })}
        </Link>
      ))}
    </Card>
  );
}

function CreditedBill({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const credited = useRead(getBill, { id });
  return (
    <Link href={`/bills/${id}`} className="text-accent hover:underline">
      {t('credits', { number: credited.data?.number ?? '…' })}
    </Link>
  );
}

function Head({ bill }: { bill: Bill }) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const owners = useTranslations('owners');
  const { date, decimal, money } = useFormats();
  const facts = [
    [bills('supplierNumber'), bill.supplierNumber ?? '–'],
    [t('date'), date(bill.date)],
    [bills('postingDate'), date(bill.postingDate)],
    [t('dueDate'), date(bill.dueDate)],
    [t('open'), bill.status === 'draft' ? '–' : money(bill.open)],
    ...(/[1-9]/.test(bill.withheld.amount) ? [[bills('withheld'), money(bill.withheld)] as const] : []),
    [owners('owner'), <OwnerName key="owner" id={bill.ownerId} />],
  ] as const;
  return (
    <Card className="p-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-ink-muted text-xs">{bills(`kinds.${bill.kind}`)}</p>
          <Link href={`/suppliers/${bill.supplierId}`} className="font-semibold text-lg hover:underline">
            {bill.supplierName}
          </Link>
          <p className="text-ink-muted">{bill.supplierCode}</p>
        </div>
        <div className="text-end">
          <p className="font-semibold text-xl">{money(bill.gross)}</p>
          {bill.inBooks && bill.exchangeRate ? (
            <p className="text-ink-muted">
              {t('inBooks', { amount: money(bill.inBooks.gross), rate: decimal(bill.exchangeRate.rate) })}
            </p>
          ) : null}
        </div>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {facts.map(([label, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-ink-muted text-xs">{label}</dt>
            <dd className="truncate">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
