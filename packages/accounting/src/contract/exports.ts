import { event, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { countedAccounts } from './dimension-reports.ts';
import { knownOn, lineTerms } from './reports.ts';
import { columnLayouts, statementKinds, statementTerms } from './statements.ts';

const { date, id, instant } = schemas;

export const exportedReports = [...statementKinds, 'general_ledger', 'journal', 'by_dimension'] as const;
export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;

/** Lines of a file; the most that are written. A page of a PDF holds seventy. */
export const mostExportedLines = { csv: 500_000, xlsx: 100_000, pdf: 20_000 } as const;

/** What is written, as it would be asked for on a screen. */
export const exportTerms = z.object({
  report: z.enum(exportedReports),
  format: z.enum(exportFormats),
  language: z.enum(['en', 'de']).default('en'),
  accountId: id.optional().meta({ description: 'Of a general ledger' }),
  from: date.optional(),
  to: date,
  columns: z.enum(columnLayouts).default('one'),
  periods: z.int().min(1).max(12).default(1),
  knownOn,
  ...lineTerms,
  by: statementTerms.shape.by.meta({
    description: 'The dimension whose values are columns: of a profit and loss, or by dimension',
  }),
  below: statementTerms.shape.below,
  accounts: countedAccounts.optional().meta({ description: 'By dimension: income and expenses, or every account' }),
});

export const reportFile = z
  .object({
    id,
    report: z.enum(exportedReports),
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

export const exportReport = route({
  name: 'accounting.report.export',
  method: 'POST',
  path: '/reports/files',
  summary: 'Write a statement, a ledger, the journal or accounts by dimension as CSV, XLSX or PDF (a job)',
  input: exportTerms,
  output: reportFile,
  errors: [
    'not_found',
    'invalid_period',
    'accounting.not_set_up',
    'accounting.no_account_named',
    'accounting.no_dimension_named',
    'accounting.no_columns_by_value',
  ],
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

/** Bytes in one answer: what a function may answer with, in base64. */
export const partBytes = 3_000_000;

export const readReportFile = route({
  name: 'accounting.report_file.read',
  method: 'GET',
  path: '/reports/files/{id}/content',
  summary: 'Read the file of a report, part by part',
  input: z.object({ id, part: z.coerce.number().int().min(0).max(10_000).default(0) }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    content: z.base64(),
    nextPart: z.int().nullable(),
  }),
  errors: ['not_found', 'accounting.file_not_ready'],
});

export const reportFileRequested = event({
  name: 'accounting.report_file.requested',
  summary: 'Somebody asked for a report as a file',
  payload: z.object({ fileId: id }),
});
