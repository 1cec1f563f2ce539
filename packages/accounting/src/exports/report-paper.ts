import type { Output } from '@atlas/contract';
import { dayText, type Locale, type Paper, type PaperColumn, type PaperRow, pageWordsIn, type TenantTx } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import type { readStatement } from '../contract/statements.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { type ExportWords, english, german } from './words.ts';

/** Values whose lines or documents a report counts, as the API tells them. */
type Only = Readonly<Output<typeof readStatement>['only']>;

/** Whose a report is, in which currency its books are, and what it counts. */
export type ReportHead = { readonly company: string; readonly currency: string; readonly only: Only };

export const wordsIn = (language: Locale): ExportWords => (language === 'de' ? german : english);

/** The days of a column, or of a whole report. */
export const daysText = (from: string | null, to: string, language: Locale): string =>
  from === null ? dayText(to, language) : `${dayText(from, language)} – ${dayText(to, language)}`;

/** `As of 31 Mar 2026` */
export const asOfText = (day: string, language: Locale): string => wordsIn(language).asOf(dayText(day, language));

/**
 * What stands above a report, by the terms that it is asked for with.
 *
 * @throws AtlasError `not_found` for a value or a dimension that is not there, `accounting.not_set_up`
 */
export async function reportHead(tx: TenantTx, asked: Parameters<typeof lineFilter>[1]): Promise<ReportHead> {
  const [{ name: company, baseCurrency: currency }, { only }] = await Promise.all([companyOf(tx), lineFilter(tx, asked)]);
  return { company, currency, only };
}

type Body = {
  readonly language: Locale;
  readonly title: string;
  /** Its days in words; a report of no days has none. */
  readonly days?: string | undefined;
  readonly knownOn?: string | undefined;
  /** Of its amounts, where they are not all in that of the books. */
  readonly currencies?: readonly string[];
  /** What is said above it besides, a line each. */
  readonly also?: readonly string[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
};

/** A report as it is printed. Above it stand its days, its currency, what it counts, and as of when it was known if that was asked. */
export function reportPaper({ company, currency, only }: ReportHead, body: Body): Paper {
  const { language, title, days, knownOn, currencies = [currency], also = [], columns, rows } = body;
  const words = wordsIn(language);
  const about = [
    ...(days === undefined ? [] : [days]),
    words.amountsIn(currencies.join(', ')),
    ...only.map(({ dimension, code, name }) => words.only(dimension, code === null ? null : `${code} ${name ?? ''}`)),
    ...(knownOn === undefined ? [] : [words.known(knownOn.replace('T', ' ').slice(0, 16))]),
    ...also,
  ];
  return { company, title, about, locale: language, columns, rows, pageWords: pageWordsIn(language) };
}
