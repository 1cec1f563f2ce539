'use client';
import { printInvoice } from '@atlas/einvoicing/contract';
import { Button } from '@atlas/ui';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Invoice } from '../invoices/shares.ts';
import { useMay } from '../session/may.ts';
import { EInvoiceGaps } from './e-invoice-gaps.tsx';
import type { Gap } from './gaps.ts';
import { useInvoicePaper } from './use-invoice-paper.ts';

/** Downloads a posted document as PDF, with its electronic invoice inside where that lacks nothing. */
export function PaperButton({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('eInvoices');
  const may = useMay();
  const [gaps, setGaps] = useState<Gap[] | null>(null);
  const { busy, run } = useInvoicePaper(invoice.id, setGaps);
  if (invoice.number === null || !may(printInvoice)) return null;
  return (
    <>
      <span role="status" className="sr-only">
        {busy ? t('pdfBeingWritten') : ''}
      </span>
      <Button busy={busy} onClick={run}>
        <FileText aria-hidden /> {t('pdf')}
      </Button>
      <EInvoiceGaps gaps={gaps} customerId={invoice.customerId} onClose={() => setGaps(null)} />
    </>
  );
}
