import { event, fileParts, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant } = schemas;

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;

/** Lines of a file; the most that are written. A page of a PDF holds seventy. */
export const mostExportedLines = { csv: 500_000, xlsx: 100_000, pdf: 20_000 } as const;

const reportName = z.string().meta({ description: 'As its module calls it: `trial_balance`' });

/** What every file is asked for with; beside it stand the terms of its report. */
export const exportTerms = z.looseObject({
  report: reportName,
  format: z.enum(exportFormats),
  language: z.enum(['en', 'de']).default('en'),
});

export const reportFile = z
  .object({
    id,
    report: reportName,
    format: z.enum(exportFormats),
    status: z.enum(['queued', 'completed', 'failed']),
    fileName: z.string(),
    lineCount: z.int().meta({ description: 'Lines that were read so far' }),
    byteCount: z.int().nullable(),
    error: z.string().nullable(),
    jobId: id.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ReportFile' });

/** Where it is registered, it says which reports there are, and what each is asked for with. */
export const exportReport = route({
  name: 'accounting.report.export',
  method: 'POST',
  path: '/reports/files',
  summary: 'Write a report as CSV, XLSX or PDF (a job)',
  input: exportTerms,
  output: reportFile,
  errors: ['not_found', 'accounting.not_set_up'],
  status: 202,
});

export const getReportFile = route({
  name: 'accounting.report_file.get',
  method: 'GET',
  path: '/reports/files/{id}',
  summary: 'Read how far the file of a report is',
  input: z.object({ id }),
  output: reportFile,
  errors: ['not_found'],
});

export const readReportFile = route({
  name: 'accounting.report_file.read',
  method: 'GET',
  path: '/reports/files/{id}/content',
  summary: 'Read the file of a report, part by part',
  input: z.object({ id, part: fileParts.part }),
  output: fileParts.filePart,
  errors: ['not_found', 'accounting.file_not_ready'],
});

export const reportFileRequested = event({
  name: 'accounting.report_file.requested',
  summary: 'Somebody asked for a report as a file',
  payload: z.object({ fileId: id }),
});
