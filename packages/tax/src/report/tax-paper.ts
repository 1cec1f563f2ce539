import { daysText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readTaxReport } from '../contract/report.ts';
import { paperWords } from './paper-words.ts';

type Report = Output<typeof readTaxReport> & { readonly knownOn?: string | undefined };

/** The taxes of a period with their bases; below, the accounts of taxes, whose ledger stands beside what documents say. */
export function taxPaper(head: ReportHead, report: Report, language: Locale): Paper {
  const words = paperWords[language];
  const { columns, directions, operations } = words;
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  return reportPaper(head, {
    language,
    title: words.report,
    days: daysText(report.from, report.to, language),
    knownOn: report.knownOn,
    columns: [
      { label: columns.code, kind: 'text', width: 18 },
      { label: columns.name, kind: 'text', width: 40 },
      { label: columns.direction, kind: 'text', width: 16 },
      { label: columns.documentCount, kind: 'text', width: 16 },
      ...[columns.base, columns.tax, columns.ledger, columns.difference].map(amount),
    ],
    rows: [
      ...report.rows.map(({ code, name, operation, direction, documentCount, base, amount: tax }) => {
        const said = operation === 'domestic' ? name : `${name} (${operations[operation]})`;
        return paperRow([code, said, directions[direction], String(documentCount), base.amount, tax.amount, null, null]);
      }),
      paperRow([null, words.accounts, null, null, null, null, null, null], 'title'),
      ...report.accounts.map(({ code, name, documents, ledger, difference }) =>
        paperRow([code, name, null, null, null, documents.amount, ledger.amount, difference.amount]),
      ),
      paperRow([null, words.owed, null, null, null, null, report.owed.amount, null], 'strong'),
    ],
  });
}
