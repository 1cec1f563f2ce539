'use client';
import { exportFormats, exportReport } from '@atlas/accounting/contract';
import type { ReportSpec } from '@atlas/contract';
import { Button, Menu, MenuItem } from '@atlas/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';
import { type ReportTerms, useReportExport } from './use-report-export.ts';

type ExportMenuProps<S extends ReportSpec> = {
  report: S;
  /** Null: nothing to take. */
  terms: ReportTerms<S> | null;
  /** What it takes along, where there are several to take along on a page. */
  of?: string;
  /** Beside other small buttons. */
  small?: boolean;
};

/** Takes a report along as PDF, workbook or CSV; a long one says how far it is. */
export function ExportMenu<S extends ReportSpec>({ report, terms, of, small = false }: ExportMenuProps<S>) {
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
          <Button
            {...(small ? { look: 'quiet', size: 'small' } : {})}
            disabled={terms === null}
            busy={busy}
            aria-label={of === undefined ? t('export') : t('exportOf', { name: of })}
            className="print:hidden"
          >
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
