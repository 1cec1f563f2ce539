import type { ReportSpec } from '@atlas/contract';
import type { z } from 'zod';
import type { TenantTx } from './db/tenant-tx.ts';
import type { Locale } from './mail/mail.ts';
import type { Paper, PaperFormat } from './papers/paper.ts';

type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null };

/** What a report is read with when it is written, outside of a request. */
export type ReportReading = {
  readonly format: PaperFormat;
  readonly language: Locale;
  /** When it was asked for: what is read page by page is read as of then, whatever is posted meanwhile. */
  readonly askedAt: string;
  read<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** All pages of a report, with progress. @param linesOf how many lines a page has */
  everyPage<P extends Page>(
    read: (tx: TenantTx, cursor: string | undefined) => Promise<P>,
    linesOf: (page: P) => number,
  ): Promise<{ readonly first: P; readonly items: P['items'][number][] }>;
};

/** A report that a module lets be written as a file. */
export type Reportable<S extends ReportSpec = ReportSpec> = {
  readonly spec: S;
  /** Refuses at once what could not be written later. Answers what its file is called by besides its name: a code, its days. */
  check(tx: TenantTx, terms: z.output<S['terms']>): Promise<readonly string[]>;
  paper(reading: ReportReading, terms: z.output<S['terms']>): Promise<Paper>;
};

/** Declares a report that is written as a file. */
export const reportable = <S extends ReportSpec>(report: Reportable<S>): Reportable => report;
