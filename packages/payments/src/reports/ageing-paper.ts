import { asOfText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readAgeing } from '../contract/reports.ts';
import { paperWords } from './paper-words.ts';

type Report = Output<typeof readAgeing> & { readonly knownOn?: string | undefined };

/** Parties by currency with what is open in each bucket; below, each bucket in the books, and the account that they tie to. */
export function ageingPaper(head: ReportHead, report: Report, language: Locale): Paper {
  const { ageing, ledgers, columns, buckets, nobody, inBooks, controlAccount } = paperWords[language];
  const { ledger, asOf, knownOn, sums, value, balance } = report;
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  return reportPaper(head, {
    language,
    title: `${ageing}: ${ledgers[ledger]}`,
    days: asOfText(asOf, language),
    knownOn,
    currencies: [...new Set([head.currency, ...report.rows.map(({ currency }) => currency)])],
    columns: [
      { label: columns.code, kind: 'text', width: 10 },
      { label: columns.party, kind: 'text', width: 32 },
      { label: columns.currency, kind: 'text', width: 10 },
      ...report.buckets.map((bucket) => amount(buckets[bucket])),
      amount(columns.total),
      amount(inBooks),
    ],
    rows: [
      ...report.rows.map((row) =>
        paperRow([
          row.partyCode,
          row.partyName ?? nobody,
          row.currency,
          ...row.buckets.map((bucket) => bucket.amount),
          row.total.amount,
          row.value.amount,
        ]),
      ),
      paperRow([null, inBooks, value.currency, ...sums.map((sum) => sum.value.amount), null, value.amount], 'strong'),
      ...(balance === null
        ? []
        : [paperRow([null, controlAccount, balance.currency, ...sums.map(() => null), null, balance.amount], 'strong')]),
    ],
  });
}
