'use client';
import { exportReport, getReportFile, readReportFile } from '@atlas/accounting/contract';
import type { Output, ReportSpec } from '@atlas/contract';
import type { CallInput } from '@atlas/sdk';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '@/lib/api.ts';
import { saveAs } from '@/lib/download.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';

type Format = CallInput<typeof exportReport>['format'];
export type ReportTerms<S extends ReportSpec> = z.input<S['terms']>;
type ReportFile = Output<typeof getReportFile>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a file is written, a little longer each time. */
async function untilWritten(file: ReportFile, onLines: (count: number) => void): Promise<ReportFile> {
  let current = file;
  for (let ms = 150; current.status === 'queued'; ms = Math.min(ms * 1.5, 2000)) {
    await pause(ms);
    current = await api.call(getReportFile, { id: file.id });
    onLines(current.lineCount);
  }
  return current;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Reads a file part by part and hands it to the reader. */
async function save({ id, fileName }: ReportFile): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let type = '';
  for (let part: number | null = 0; part !== null; ) {
    const { content, mediaType, nextPart }: Output<typeof readReportFile> = await api.call(readReportFile, { id, part });
    parts.push(bytesOf(content));
    type = mediaType;
    part = nextPart;
  }
  saveAs(fileName, new Blob(parts, { type }));
}

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
      const file = await untilWritten(await api.call(exportReport, { ...terms, report, format, language }), setLines);
      if (file.status === 'completed') await save(file);
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
