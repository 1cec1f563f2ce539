'use client';
import { exportEInvoice } from '@atlas/einvoicing/contract';
import { ProblemError } from '@atlas/sdk';
import { Button, Menu, MenuItem } from '@atlas/ui';
import { FileCode2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { saveAs } from '@/lib/download.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import type { Invoice } from '../invoices/shares.ts';
import { useMay } from '../session/may.ts';
import { EInvoiceGaps } from './e-invoice-gaps.tsx';

/** Downloads a posted document as an electronic invoice, or says what is missing for one. */
export function EInvoiceMenu({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('eInvoices');
  const words = useProblemWords();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ProblemError | null>(null);
  if (invoice.number === null || !may(exportEInvoice)) return null;
  const download = async (syntax: 'ubl' | 'cii') => {
    setBusy(true);
    try {
      const { fileName, xml } = await api.call(exportEInvoice, { id: invoice.id, syntax });
      saveAs(fileName, new Blob([xml], { type: 'application/xml' }));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'einvoicing.incomplete') setRefusal(error);
      else notify('error', words(error).title, { description: words(error).detail });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button busy={busy}>
            <FileCode2 aria-hidden /> {t('eInvoice')}
          </Button>
        }
      >
        <MenuItem onSelect={() => void download('ubl')}>{t('syntaxes.ubl')}</MenuItem>
        <MenuItem onSelect={() => void download('cii')}>{t('syntaxes.cii')}</MenuItem>
      </Menu>
      <EInvoiceGaps gaps={refusal && (refusal.errors ?? [])} customerId={invoice.customerId} onClose={() => setRefusal(null)} />
    </>
  );
}
