'use client';
import { exportReport, getReportFile, readReportFile } from '@atlas/accounting/contract';
import type { ReportSpec } from '@atlas/contract';
import type { CallInput } from '@atlas/sdk';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { saveParts } from '@/lib/save-parts.ts';
import { untilWritten } from '@/lib/until-written.ts';

type Format = CallInput<typeof exportReport>['format'];
export type ReportTerms<S extends ReportSpec> = z.input<S['terms']>;

/** Has a report written as a file and saves it; `lines` says how far a long one is. */
export function useReportExport<S extends ReportSpec>({ name: report }: S) {
  const t = useTranslations('reports');
  const words = useProblemWords();
  const { locale } = useFormats();
  const [busy, setBusy] = useState(false);
  const [lines, setLines] = useState(0);
  const run = async (terms: ReportTerms<S>, format: Format) => {
    setBusy(true);
    try {
      const language = locale.startsWith('de') ? 'de' : 'en';
      const asked = await api.call(exportReport, { ...terms, report, format, language });
      const look = () => api.call(getReportFile, { id: asked.id });
      const file = await untilWritten(asked, look, ({ lineCount }) => setLines(lineCount));
      if (file.status === 'completed') await saveParts((part) => api.call(readReportFile, { id: file.id, part }));
      else notify('error', t('exportFailed'), file.error === null ? {} : { description: file.error });
    } catch (error) {
      notify('error', words(error).title, { description: words(error).detail });
    } finally {
      setBusy(false);
      setLines(0);
    }
  };
  return { busy, lines, run: (terms: ReportTerms<S>, format: Format) => void run(terms, format) };
}
