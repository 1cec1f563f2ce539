'use client';
import { exportFormats, exportReport } from '@atlas/accounting/contract';
import type { ReportSpec } from '@atlas/contract';
import { Button, Menu, MenuItem } from '@atlas/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';
import { type ReportTerms, useReportExport } from './use-report-export.ts';

/** Takes a report along as PDF, workbook or CSV; a long one says how far it is. Null terms: nothing to take. */
export function ExportMenu<S extends ReportSpec>({ report, terms }: { report: S; terms: ReportTerms<S> | null }) {
  const t = useTranslations('reports');
  const { count } = useFormats();
  const may = useMay();
  const { busy, lines, run } = useReportExport(report);
  if (!may(exportReport)) return null;
  return (
    <>
      <span role="status" className="text-ink-muted text-xs">
        {lines > 0 ? t('exportedLines', { count: lines, lines: count(lines) }) : ''}
      </span>
      <Menu
        align="end"
        trigger={
          <Button disabled={terms === null} busy={busy} aria-label={t('export')} className="print:hidden">
            <Download aria-hidden />
            <span className="max-sm:hidden">{t('export')}</span>
          </Button>
        }
      >
        {exportFormats.toReversed().map((format) => (
          <MenuItem key={format} onSelect={() => (terms ? run(terms, format) : undefined)}>
            {t(`formats.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
