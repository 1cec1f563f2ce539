import type { Output } from '@atlas/contract';
import { dayText, type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { getRevaluation } from '../contract/revaluation.ts';
import { asOfText, type ReportHead, reportPaper, wordsIn } from './report-paper.ts';

type Revaluation = Output<typeof getRevaluation>;

/** What accounts hold in each currency, before and after, and what becomes of the difference. */
export function revaluationPaper(head: ReportHead, { date, status, rows, difference }: Revaluation, language: Locale): Paper {
  const { columns: said, revaluation: words, labels } = wordsIn(language);
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  return reportPaper(head, {
    language,
    title: words.title,
    days: asOfText(date, language),
    currencies: [...new Set([head.currency, ...rows.map(({ currency }) => currency)])],
    also: status === 'undone' ? [words.undone] : [],
    columns: [
      { label: said.code, kind: 'text', width: 10 },
      { label: said.account, kind: 'text', width: 28 },
      { label: words.currency, kind: 'text', width: 14 },
      { label: words.rate, kind: 'text', width: 24 },
      { label: words.reversal, kind: 'text', width: 16 },
      ...[words.foreign, words.before, words.after, words.difference].map(amount),
    ],
    rows: [
      ...rows.map((row) =>
        paperRow([
          ...[row.accountCode, row.accountName, row.currency, `${row.rate} (${dayText(row.rateOn, language)})`],
          row.kept ? words.kept : words.takenBack,
          ...[row.foreign, row.before, row.after, row.difference].map((figure) => figure.amount),
        ]),
      ),
      paperRow([null, labels.total, null, null, null, null, null, null, difference.amount], 'strong'),
    ],
  });
}
