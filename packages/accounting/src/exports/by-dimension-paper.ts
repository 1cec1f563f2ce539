import type { Output } from '@atlas/contract';
import { exponentOf } from '@atlas/kernel';
import { type Paper, type PaperColumn, pageWordsIn } from '@atlas/platform';
import type { readByDimension } from '../contract/dimension-reports.ts';
import type { ExportTerms } from './report-files.repository.ts';
import { aboutOf, daysText, type Only, wordsIn } from './statement-paper.ts';

type Report = Output<typeof readByDimension>;
type Of = { readonly company: string; readonly dimension: string; readonly terms: ExportTerms; readonly only: Only };

/** Accounts by the values of a dimension as they are printed: a column each, what names none, and the whole. */
export function byDimensionPaper({ company, dimension, terms, only }: Of, report: Report): Paper {
  const { language, below } = terms;
  const words = wordsIn(language);
  const { columns: said, titles, labels, without } = words;
  const { from, to, currency, columns, rows, total } = report;
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  const opened = columns.find(({ valueId }) => below !== undefined && valueId === below);
  const part = opened ? [words.only(dimension, `${opened.code} ${opened.name}`)] : [];
  return {
    company,
    title: `${titles.by_dimension}: ${dimension}`,
    about: [...aboutOf(daysText(from, to, language), { currency, only }, words), ...part],
    locale: language,
    decimals: exponentOf(currency),
    columns: [
      { label: said.code, kind: 'text', width: 10 },
      { label: said.account, kind: 'text', width: 40 },
      ...columns.map(({ valueId, code, name }) => amount(valueId === null ? without : `${code} ${name}`)),
      amount(labels.total),
    ],
    rows: [
      ...rows.map((row) => ({
        look: 'plain' as const,
        indent: 0,
        cells: [row.code, row.name, ...row.amounts.map((each) => each.amount), row.total.amount],
      })),
      {
        look: 'strong' as const,
        indent: 0,
        cells: [null, labels.total, ...columns.map((column) => column.total.amount), total.amount],
      },
    ],
    pageWords: pageWordsIn(language),
  };
}
