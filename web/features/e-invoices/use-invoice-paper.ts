'use client';
import { getInvoicePaper, printInvoice, readInvoicePaper } from '@atlas/einvoicing/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { saveParts } from '@/lib/save-parts.ts';
import { untilWritten } from '@/lib/until-written.ts';
import type { Gap } from './gaps.ts';

/** Has an invoice written as PDF, once, and saves it; `showGaps` is offered where it carries no electronic invoice. */
export function useInvoicePaper(id: string, showGaps: (gaps: Gap[]) => void) {
  const t = useTranslations('eInvoices');
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const paper = await untilWritten(await api.call(printInvoice, { id }), () => api.call(getInvoicePaper, { id }));
      if (paper.status === 'failed') {
        notify('error', t('pdfFailed'), paper.error === null ? {} : { description: paper.error });
        return;
      }
      await saveParts((part) => api.call(readInvoicePaper, { id, part }));
      const gaps = paper.gaps.map(({ rule, place, message }) => ({ code: rule, pointer: place, message }));
      if (gaps.length > 0) notify('info', t('pdfAlone'), { action: { label: t('pdfWhy'), onClick: () => showGaps(gaps) } });
    } catch (error) {
      notify('error', words(error).title, { description: words(error).detail });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: () => void run() };
}
