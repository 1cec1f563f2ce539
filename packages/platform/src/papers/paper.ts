import type { Locale } from '../mail/mail.ts';

/** A column of a paper. Amounts and percentages are decimal text; an amount has the decimals of its currency. */
export type PaperColumn = {
  readonly label: string;
  readonly kind: 'text' | 'date' | 'amount' | 'percent';
  readonly width: number;
};

/** A row of a paper; cells in the order of its columns. */
export type PaperRow = {
  readonly look: 'plain' | 'strong' | 'title';
  /** How deep it stands below others. */
  readonly indent: number;
  readonly cells: readonly (string | null)[];
};

export const paperRow = (cells: PaperRow['cells'], look: PaperRow['look'] = 'plain', indent = 0): PaperRow => ({
  look,
  indent,
  cells,
});

/** `Page 1 of 3`, in a language. */
export const pageWordsIn =
  (locale: Locale) =>
  (page: number, pages: number): string =>
    locale === 'de' ? `Seite ${page} von ${pages}` : `Page ${page} of ${pages}`;

/** A table with what is said above it: what is written as CSV, as a workbook and as PDF. */
export type Paper = {
  readonly company: string;
  readonly title: string;
  /** Days, currency, as of when: one line each. */
  readonly about: readonly string[];
  /** Whom a letter is to, as it shows in the window of an envelope: as PDF alone. */
  readonly address?: readonly string[] | undefined;
  /** What a letter says above its table, a paragraph each: as PDF alone. */
  readonly text?: readonly string[] | undefined;
  readonly locale: Locale;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** `Page 1 of 3` */
  pageWords(page: number, pages: number): string;
};

export const paperFormats = ['csv', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

export const isNumeric = ({ kind }: PaperColumn): boolean => kind === 'amount' || kind === 'percent';
