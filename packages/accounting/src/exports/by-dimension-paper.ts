import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readByDimension } from '../contract/dimension-reports.ts';
import { daysText, type ReportHead, reportPaper, wordsIn } from './report-paper.ts';

type Report = Output<typeof readByDimension>;
type Of = {
  readonly dimension: string;
  readonly below?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly language: Locale;
};

/** Accounts by the values of a dimension as they are printed: a column each, what names none, and the whole. */
export function byDimensionPaper(head: ReportHead, { dimension, below, knownOn, language }: Of, report: Report): Paper {
  const { columns: said, titles, labels, without, only } = wordsIn(language);
  const { from, to, columns, rows, total } = report;
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  const opened = columns.find(({ valueId }) => below !== undefined && valueId === below);
  return reportPaper(head, {
    language,
    title: `${titles.by_dimension}: ${dimension}`,
    days: daysText(from, to, language),
    knownOn,
    also: opened ? [only(dimension, `${opened.code} ${opened.name}`)] : [],
    columns: [
      { label: said.code, kind: 'text', width: 10 },
      { label: said.account, kind: 'text', width: 40 },
      ...columns.map(({ valueId, code, name }) => amount(valueId === null ? without : `${code} ${name}`)),
      amount(labels.total),
    ],
    rows: [
      ...rows.map((row) => paperRow([row.code, row.name, ...row.amounts.map((each) => each.amount), row.total.amount])),
      paperRow([null, labels.total, ...columns.map((column) => column.total.amount), total.amount], 'strong'),
    ],
  });
}
