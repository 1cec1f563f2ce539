'use client';
import { getInvoice } from '@atlas/sales/contract';
import { Card, cn } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { DocumentStatus } from '../documents/document-status.tsx';
import { EInvoiceMenu } from '../e-invoices/e-invoice-menu.tsx';
import { PaperButton } from '../e-invoices/paper-button.tsx';
import { OwnerName } from '../owners/owner-name.tsx';
import { useTermsOf } from '../payment-terms/use-terms-of.ts';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoicePanel } from './invoice-panel.tsx';
import { MailAction } from './mail-action.tsx';
import type { Invoice } from './shares.ts';

/** An invoice or credit note: head, lines, what can be done, and beside them its entry and history. */
export function InvoiceDetail({ id }: { id: string }) {
  const query = useRead(getInvoice, { id });
  return <RecordState query={query}>{(invoice) => <InvoicePage invoice={invoice} />}</RecordState>;
}

function InvoicePage({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const title = invoice.number ?? t(invoice.kind === 'invoice' ? 'draftInvoice' : 'draftCreditNote');
  return (
    <>
      <PageHeader title={title} trail={[{ label: t('plural'), path: '/invoices' }]} badge={<DocumentStatus document={invoice} />}>
        <PaperButton invoice={invoice} />
        <MailAction invoice={invoice} />
        <EInvoiceMenu invoice={invoice} />
        <InvoiceActions invoice={invoice} />
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Head invoice={invoice} />
          <InvoiceLines invoice={invoice} />
          {invoice.note ? (
            <Card className="whitespace-pre-line p-4">
              <h2 className="mb-1 font-semibold">{t('note')}</h2>
              {invoice.note}
            </Card>
          ) : null}
        </div>
        <InvoicePanel invoice={invoice} />
      </div>
    </>
  );
}

function Head({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const owners = useTranslations('owners');
  const { date, decimal, money } = useFormats();
  const terms = useTermsOf(invoice.paymentTermsId);
  const rateText = ({ exchangeRate }: Invoice): string => decimal(exchangeRate?.rate ?? '1');
  const facts = [
    [t('date'), date(invoice.date)],
    [t('dueDate'), date(invoice.dueDate)],
    ...(terms ? [[t('paymentTerms'), `${terms.code} · ${terms.name}`] as const] : []),
    [t('reference'), invoice.reference ?? '–'],
    [t('shipCountry'), invoice.shipCountry ?? '–'],
    [t('open'), invoice.status === 'draft' ? '–' : money(invoice.open)],
    [owners('owner'), <OwnerName key="owner" id={invoice.ownerId} />],
  ] as const;
  return (
    <Card className="p-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-ink-muted text-xs">{t(`kinds.${invoice.kind}`)}</p>
          <Link href={`/customers/${invoice.customerId}`} className="font-semibold text-lg hover:underline">
            {invoice.customerName}
          </Link>
          <p className="text-ink-muted">{invoice.customerCode}</p>
        </div>
        <div className="text-end">
          <p className="font-semibold text-xl">{money(invoice.gross)}</p>
          {invoice.inBooks && invoice.exchangeRate ? (
            <p className="text-ink-muted">{t('inBooks', { amount: money(invoice.inBooks.gross), rate: rateText(invoice) })}</p>
          ) : null}
        </div>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {facts.map(([label, value]) => (
          <div key={label} className={cn('min-w-0', label === t('paymentTerms') && 'col-span-2')}>
            <dt className="text-ink-muted text-xs">{label}</dt>
            <dd className="truncate">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
