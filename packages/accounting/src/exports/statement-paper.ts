import type { Output } from '@atlas/contract';
import { exponentOf } from '@atlas/kernel';
import { dayText, type Locale, type Paper, type PaperColumn, type PaperRow, pageWordsIn } from '@atlas/platform';
import type { readStatement } from '../contract/statements.ts';
import { type ExportWords, english, german } from './words.ts';

type Statement = Output<typeof readStatement>;
/** Values whose lines a report counts, as the API tells them. */
export type Only = Readonly<Statement['only']>;

export const wordsIn = (language: Locale): ExportWords => (language === 'de' ? german : english);

/** The days of a column, or of a whole report. */
export const daysText = (from: string | null, to: string, language: Locale): string =>
  from === null ? dayText(to, language) : `${dayText(from, language)} – ${dayText(to, language)}`;

/** What stands above every report: its currency, whose lines it counts, and as of when it was known if that was asked. */
export const aboutOf = (
  days: string,
  { currency, only = [], knownOn }: { currency: string; only?: Only | undefined; knownOn?: string | undefined },
  words: ExportWords,
): string[] => [
  days,
  words.amountsIn(currency),
  ...only.map(({ dimension, code, name }) => words.only(dimension, code === null ? null : `${code} ${name ?? ''}`)),
  ...(knownOn === undefined ? [] : [words.known(knownOn.replace('T', ' ').slice(0, 16))]),
];

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
  return {
    company: statement.company,
    title: words.titles[statement.kind],
    about: aboutOf(about?.from === null ? words.asOf(days) : days, { ...statement, knownOn }, words),
    locale: language,
    decimals: exponentOf(statement.currency),
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
    pageWords: pageWordsIn(language),
  };
}
