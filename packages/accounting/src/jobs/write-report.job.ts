import { Readable } from 'node:stream';
import { AtlasError, assert, present } from '@atlas/kernel';
import { isRefused, type JobRun, job, type Paper, saveJobProgress, writePaper, Yielded } from '@atlas/platform';
import { loadAccount } from '../accounts/accounts.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { mostExportedLines, reportFileRequested } from '../contract/exports.ts';
import { loadDimension } from '../dimensions/dimensions.repository.ts';
import { readByDimension } from '../dimensions/read-by-dimension.ts';
import { byDimensionPaper } from '../exports/by-dimension-paper.ts';
import { journalPaper, ledgerPaper } from '../exports/ledger-papers.ts';
import {
  completeReportFile,
  type ExportTerms,
  failReportFile,
  type KeptFile,
  loadReportFile,
  saveLineCount,
} from '../exports/report-files.repository.ts';
import { statementPaper } from '../exports/statement-paper.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { readGeneralLedger } from '../reports/read-general-ledger.ts';
import { readJournalReport } from '../reports/read-journal-report.ts';
import { readStatement } from '../reports/read-statement.ts';

/** So many lines are read at once; between two reads the job tells how far it is. */
const pageSize = 2000;
const mostBytes = 200_000_000;
/** More columns of values than a page of paper holds in letters that can be read. */
const mostPrintedValues = 24;

type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null };

/** What is read page by page is read as of when it was asked for, whatever is posted meanwhile. */
const knownAt = ({ terms, createdAt }: KeptFile): string => terms.knownOn ?? createdAt;

/** All pages of a report, with progress. @throws AtlasError `accounting.too_many_lines` */
async function everyPage<P extends Page>(
  run: JobRun,
  file: KeptFile,
  read: (cursor: string | undefined) => Promise<P>,
  linesOf: (page: P) => number,
): Promise<{ first: P; items: P['items'][number][] }> {
  const most = mostExportedLines[file.format];
  const first = await read(undefined);
  const items: P['items'][number][] = [...first.items];
  let lineCount = linesOf(first);
  for (let cursor = first.nextCursor; cursor !== null; ) {
    if (run.stopping()) throw new Yielded();
    if (lineCount > most)
      throw new AtlasError(
        'accounting.too_many_lines',
        `A file of this kind holds ${most} lines: ask for fewer days, or another kind.`,
      );
    await run.step(async (tx) => {
      await saveLineCount(tx, file.id, lineCount);
      if (file.jobId) await saveJobProgress(tx, file.jobId, lineCount, null, null);
    });
    const page = await read(cursor);
    items.push(...page.items);
    lineCount += linesOf(page);
    cursor = page.nextCursor;
  }
  return { first, items };
}

async function ledger(run: JobRun, file: KeptFile, terms: ExportTerms): Promise<Paper> {
  const { accountId = '', from, to, dimensions, without } = terms;
  const [account, { name: company, baseCurrency: currency }, { only }] = await run.read((tx) =>
    Promise.all([loadAccount(tx, accountId), companyOf(tx), lineFilter(tx, terms)]),
  );
  const days = { to, ...(from === undefined ? {} : { from }) };
  const input = { accountId, ...days, dimensions, without, knownOn: knownAt(file), limit: pageSize };
  const { first, items } = await everyPage(
    run,
    file,
    (cursor) => run.read((tx) => readGeneralLedger.in(tx, { ...input, ...(cursor ? { cursor } : {}) })),
    ({ items: lines }) => lines.length,
  );
  // What was under way when the first page was read may lie on a later one: then all of it is read again.
  assert(
    (items.at(-1)?.balance ?? first.openingBalance).amount === first.closingBalance.amount,
    'the lines of a ledger lead from its opening to its closing balance',
  );
  const { code, name } = present(account, 'accounts are never deleted');
  return ledgerPaper({ company, currency, terms, only }, `${code} ${name}`, { ...first, items });
}

async function journal(run: JobRun, file: KeptFile, terms: ExportTerms): Promise<Paper> {
  const { from, to, dimensions, without } = terms;
  const [{ name: company, baseCurrency: currency }, { only }] = await run.read((tx) =>
    Promise.all([companyOf(tx), lineFilter(tx, terms)]),
  );
  const days = { to, ...(from === undefined ? {} : { from }) };
  const input = { ...days, dimensions, without, knownOn: knownAt(file), limit: pageSize };
  const { items } = await everyPage(
    run,
    file,
    (cursor) => run.read((tx) => readJournalReport.in(tx, { ...input, ...(cursor ? { cursor } : {}) })),
    (page) => page.items.reduce((sum, { lines }) => sum + lines.length, 0),
  );
  return journalPaper({ company, currency, terms, only }, items);
}

/** @throws AtlasError `accounting.no_columns_by_value` when a page of paper does not hold the values */
async function byDimension(run: JobRun, { format, terms }: KeptFile): Promise<Paper> {
  const { by = '', below, from, to, accounts, dimensions, without } = terms;
  const days = { to, ...(from === undefined ? {} : { from }) };
  const input = {
    dimensionId: by,
    ...days,
    dimensions,
    without,
    accounts: accounts ?? ('result' as const),
    ...(below ? { below } : {}),
  };
  return run.read(async (tx) => {
    const [report, { name: company }, dimension, { only }] = await Promise.all([
      readByDimension.in(tx, input),
      companyOf(tx),
      loadDimension(tx, by),
      lineFilter(tx, terms),
    ]);
    if (format === 'pdf' && report.columns.length > mostPrintedValues)
      throw new AtlasError(
        'accounting.no_columns_by_value',
        `${report.columns.length} values do not fit on a page: ask below one of them, or for another kind of file.`,
      );
    const { name } = present(dimension, 'dimensions are never deleted');
    return byDimensionPaper({ company, dimension: name, terms, only }, report);
  });
}

function paperOf(run: JobRun, file: KeptFile): Promise<Paper> {
  const { report, language, accounts: _accounts, ...terms } = file.terms;
  if (report === 'general_ledger') return ledger(run, file, file.terms);
  if (report === 'journal') return journal(run, file, file.terms);
  if (report === 'by_dimension') return byDimension(run, file);
  return run.read(async (tx) => statementPaper(await readStatement.in(tx, { kind: report, ...terms }), language, terms.knownOn));
}

async function write(run: JobRun, file: KeptFile): Promise<void> {
  const paper = await paperOf(run, file);
  const bytes = await writePaper(file.format, paper);
  const { storage, tenantId } = run.ctx;
  const stored = await storage.put(tenantId, Readable.from([bytes]), {
    bytes: mostBytes,
    code: 'accounting.too_many_lines',
  });
  const kept = await run.step(async (tx) => {
    if (file.jobId) await saveJobProgress(tx, file.jobId, paper.rows.length, paper.rows.length, null);
    return completeReportFile(tx, file.id, paper.rows.length, stored);
  });
  if (!kept) await storage.remove(tenantId, stored.key);
}

/**
 * Writes a report as a file. Killed in between it begins again; a file that another run has written stays. What cannot be
 * written ends it, because trying again would not help.
 */
export const writeReportJob = job({
  name: 'accounting.report_file.write',
  on: reportFileRequested,
  run: async (run, { fileId }) => {
    const file = present(await run.read((tx) => loadReportFile(tx, fileId)), 'a file is never deleted');
    if (file.status !== 'queued') return;
    try {
      await write(run, file);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await run.step((tx) => failReportFile(tx, fileId, error.message));
    }
  },
});
