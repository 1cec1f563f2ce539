import type { Output } from '@atlas/contract';
import type { Locale, Paper, PaperColumn, PaperRow } from '@atlas/platform';
import type { readStatement } from '../contract/statements.ts';
import { daysText, reportPaper, wordsIn } from './report-paper.ts';
import type { ExportWords } from './words.ts';

type Statement = Output<typeof readStatement>;

function columnOf({ measure, from, to, value }: Statement['columns'][number], language: Locale, words: ExportWords): PaperColumn {
  if (measure === 'percent') return { label: words.columns.percent, kind: 'percent', width: 12 };
  if (measure === 'difference') return { label: words.columns.difference, kind: 'amount', width: 16 };
  const days = value === null ? daysText(from, to, language) : value.id === null ? words.without : `${value.code} ${value.name}`;
  return { label: measure === 'amount' ? days : `${words.columns[measure]} ${days}`, kind: 'amount', width: 16 };
}

const looks: Readonly<Record<Statement['lines'][number]['kind'], PaperRow['look']>> = {
  section: 'title',
  heading: 'plain',
  account: 'plain',
  item: 'plain',
  total: 'strong',
  grand: 'strong',
};

/** A statement as it is printed: its lines and its figures are those of the API. */
export function statementPaper(statement: Statement, language: Locale, knownOn: string | undefined): Paper {
  const words = wordsIn(language);
  const [first] = statement.columns;
  const last = statement.columns.at(-1);
  // Pieces are followed by the whole range, which is what the paper is about.
  const about = first && last && first.to < last.to ? last : first;
  const days = about ? daysText(about.from, about.to, language) : '';
  return reportPaper(statement, {
    language,
    title: words.titles[statement.kind],
    days: about?.from === null ? words.asOf(days) : days,
    knownOn,
    columns: [
      { label: words.columns.code, kind: 'text', width: 10 },
      { label: words.columns.account, kind: 'text', width: 40 },
      ...statement.columns.map((column) => columnOf(column, language, words)),
    ],
    rows: statement.lines.map(({ kind, level, label, code, name, cells }) => ({
      look: looks[kind],
      indent: level,
      cells: [code, label === null ? name : words.labels[label], ...cells],
    })),
  });
}
