import { daysText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Locale, type Paper, paperRow } from '@atlas/platform';
import type { readRevenueBreakdown } from '../contract/reports.ts';
import { paperWords } from './paper-words.ts';

type Report = Output<typeof readRevenueBreakdown>;
type Of = { readonly language: Locale; readonly from?: string | undefined; readonly to: string };

/** The net of product lines by one thing, in the order of the report; what has none of it stands as such. */
export function breakdownPaper(head: ReportHead, of: Of, report: Report): Paper {
  const { language, from = null, to } = of;
  const { title, by: said, columns, none, total } = paperWords[language];
  const { by, rows } = report;
  return reportPaper(head, {
    language,
    title: `${title} ${said[by].title}`,
    days: daysText(from, to, language),
    columns: [
      { label: columns.code, kind: 'text', width: 18 },
      { label: said[by].column, kind: 'text', width: 40 },
      { label: columns.invoiceCount, kind: 'text', width: 16 },
      { label: columns.net, kind: 'amount', width: 16 },
    ],
    rows: [
      ...rows.map(({ key, label, invoiceCount, net }) =>
        paperRow([key === label ? null : key, label === '' ? none : label, String(invoiceCount), net.amount]),
      ),
      paperRow([null, total, null, report.total.amount], 'strong'),
    ],
  });
}
