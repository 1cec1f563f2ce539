import { daysText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Currency, type MoneyJson, moneyFromJson, moneyJson, sumMoney } from '@atlas/kernel';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { listTaxDifferences, listTaxedDocuments } from '../contract/report.ts';
import { paperWords } from './paper-words.ts';

type Source = { readonly date: string; readonly number: string; readonly description: string };
type Of = {
  readonly language: Locale;
  readonly from: string;
  readonly to: string;
  readonly knownOn?: string | undefined;
  /** Code and name of the tax or of the account. */
  readonly name: string;
};
type Row = { readonly source: Source; readonly figures: readonly MoneyJson[] };

/** Documents or entries one below the other, newest first, with what they come to. */
function sourcesPaper(head: ReportHead, of: Of, title: string, figures: readonly string[], rows: readonly Row[]): Paper {
  const { columns, total } = paperWords[of.language];
  const currency = head.currency as Currency;
  const totals = figures.map((_label, index) => {
    const { minor } = sumMoney(
      rows.flatMap((row) => row.figures.slice(index, index + 1).map(moneyFromJson)),
      currency,
    );
    return moneyJson(minor, currency).amount;
  });
  return reportPaper(head, {
    language: of.language,
    title: `${title}: ${of.name}`,
    days: daysText(of.from, of.to, of.language),
    knownOn: of.knownOn,
    columns: [
      { label: columns.date, kind: 'date', width: 12 },
      { label: columns.entry, kind: 'text', width: 18 },
      { label: columns.description, kind: 'text', width: 40 },
      ...figures.map((label): PaperColumn => ({ label, kind: 'amount', width: 16 })),
    ],
    rows: [
      ...rows.map((row) => {
        const { date, number, description } = row.source;
        return paperRow([date, number, description, ...row.figures.map(({ amount }) => amount)]);
      }),
      paperRow([null, null, total, ...totals], 'strong'),
    ],
  });
}

/** The documents that a tax came to something on. */
export function documentsPaper(
  head: ReportHead,
  of: Of & { readonly direction: 'sale' | 'purchase' },
  items: readonly Output<typeof listTaxedDocuments>['items'][number][],
): Paper {
  const { columns, documents, directions } = paperWords[of.language];
  const rows = items.map(({ base, amount, ...source }) => ({ source, figures: [base, amount] }));
  return sourcesPaper(head, of, `${documents} (${directions[of.direction]})`, [columns.base, columns.tax], rows);
}

/** The entries that posted something else to an account than documents say. */
export function differencesPaper(
  head: ReportHead,
  of: Of,
  items: readonly Output<typeof listTaxDifferences>['items'][number][],
): Paper {
  const { columns, differences } = paperWords[of.language];
  const rows = items.map(({ documents, ledger, difference, ...source }) => ({
    source,
    figures: [documents, ledger, difference],
  }));
  return sourcesPaper(head, of, differences, [columns.documentCount, columns.ledger, columns.difference], rows);
}
