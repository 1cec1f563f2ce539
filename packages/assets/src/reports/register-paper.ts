import { asOfText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readAssetRegister } from '../contract/reports.ts';
import { paperWords } from './paper-words.ts';

type Register = Output<typeof readAssetRegister>;

const figuresOf = ({ cost, accumulated, net }: Register['total']): string[] =>
  [cost, accumulated, net].map(({ amount }) => amount);

/** Assets with what they cost, what is written off and what is left; below, the accounts that the rest stands on. */
export function registerPaper(head: ReportHead, register: Register, language: Locale): Paper {
  const { register: title, columns, statuses, total, accounts } = paperWords[language];
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  return reportPaper(head, {
    language,
    title,
    days: asOfText(register.asOf, language),
    columns: [
      { label: columns.code, kind: 'text', width: 12 },
      { label: columns.name, kind: 'text', width: 36 },
      { label: columns.category, kind: 'text', width: 20 },
      { label: columns.status, kind: 'text', width: 16 },
      ...[columns.cost, columns.accumulated, columns.net].map(amount),
    ],
    rows: [
      ...register.rows.map((row) => paperRow([row.code, row.name, row.categoryName, statuses[row.status], ...figuresOf(row)])),
      paperRow([null, total, null, null, ...figuresOf(register.total)], 'strong'),
      paperRow([null, accounts, null, null, null, null, null], 'title'),
      ...register.accounts.map(({ accountCode, balance }) =>
        paperRow([accountCode, null, null, null, null, null, balance.amount]),
      ),
    ],
  });
}
