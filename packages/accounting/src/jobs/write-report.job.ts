import { Readable } from 'node:stream';
import { AtlasError, present } from '@atlas/kernel';
import {
  isRefused,
  type JobRun,
  type JobSpec,
  job,
  type Paper,
  type ReportReading,
  saveJobProgress,
  writePaper,
  Yielded,
} from '@atlas/platform';
import { mostExportedLines, reportFileRequested } from '../contract/exports.ts';
import {
  completeReportFile,
  failReportFile,
  type KeptFile,
  loadReportFile,
  saveLineCount,
} from '../exports/report-files.repository.ts';
import type { ReportsByName } from '../exports/reports-by-name.ts';

const mostBytes = 200_000_000;

/** @throws AtlasError `accounting.too_many_lines` */
function checkLines({ format }: KeptFile, lineCount: number): void {
  const most = mostExportedLines[format];
  if (lineCount > most)
    throw new AtlasError(
      'accounting.too_many_lines',
      `A file of this kind holds ${most} lines: ask for fewer days, or another kind.`,
    );
}

/** All pages of a report; between two of them it is told how many lines were read. @throws AtlasError `accounting.too_many_lines` */
const everyPageOf =
  (run: JobRun, file: KeptFile): ReportReading['everyPage'] =>
  async (read, linesOf) => {
    const first = await run.read((tx) => read(tx, undefined));
    const items = [...first.items];
    let lineCount = linesOf(first);
    for (let { nextCursor: cursor } = first; cursor !== null; ) {
      if (run.stopping()) throw new Yielded();
      checkLines(file, lineCount);
      await run.step(async (tx) => {
        await saveLineCount(tx, file.id, lineCount);
        if (file.jobId) await saveJobProgress(tx, file.jobId, lineCount, null, null);
      });
      const after = cursor;
      const page = await run.read((tx) => read(tx, after));
      items.push(...page.items);
      lineCount += linesOf(page);
      cursor = page.nextCursor;
    }
    return { first, items };
  };

function paperOf(run: JobRun, reports: ReportsByName, file: KeptFile): Promise<Paper> {
  const { format, createdAt: askedAt, terms } = file;
  const { spec, paper } = present(reports.get(file.report), 'a report that was asked for');
  const reading = { format, language: terms.language, askedAt, read: run.read, everyPage: everyPageOf(run, file) };
  return paper(reading, spec.terms.parse(terms));
}

async function write(run: JobRun, reports: ReportsByName, file: KeptFile): Promise<void> {
  const paper = await paperOf(run, reports, file);
  checkLines(file, paper.rows.length);
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
export const writeReport = (reports: ReportsByName): JobSpec =>
  job({
    name: 'accounting.report_file.write',
    on: reportFileRequested,
    run: async (run, { fileId }) => {
      const file = present(await run.read((tx) => loadReportFile(tx, fileId)), 'a file is never deleted');
      if (file.status !== 'queued') return;
      try {
        await write(run, reports, file);
      } catch (error) {
        if (!isRefused(error)) throw error;
        await run.step((tx) => failReportFile(tx, fileId, error.message));
      }
    },
  });
