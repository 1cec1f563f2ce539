import { announcedBytes, announcedHash, page, pageInput, route, schemas, upload, uploadErrors } from '@atlas/contract';
import { z } from 'zod';
import { statementWarning } from './statements.ts';

const { id, instant } = schemas;

/** Bytes of one file of a bank; the largest that is taken. */
export const maxStatementBytes = 20_000_000;

export const statementImport = z
  .object({
    id,
    bankAccountId: id,
    name: z.string(),
    byteCount: z.int(),
    status: z.enum(['queued', 'completed', 'failed']),
    format: z.enum(['mt940', 'camt', 'ofx', 'csv']).nullable().meta({ description: 'Known once the file was read' }),
    statementCount: z.int().meta({ description: 'Statements of this account in the file' }),
    doneCount: z.int().meta({ description: 'Statements that were dealt with' }),
    newStatementCount: z.int(),
    lineCount: z.int().meta({ description: 'Movements in them' }),
    newLineCount: z.int().meta({ description: 'Movements that no file brought before' }),
    warnings: z.array(statementWarning).meta({ description: 'About the file; those about a statement lie with it' }),
    error: z.string().nullable(),
    jobId: id.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'BankStatementImport' });

export const beginStatementUpload = route({
  name: 'treasury.statement_upload.begin',
  method: 'POST',
  path: '/bank-accounts/{id}/uploads',
  summary: 'Ask where to send the file of a bank; then send it there, and import it',
  input: z.object({ id, name: schemas.line(200), byteCount: announcedBytes, sha256: announcedHash.optional() }),
  output: upload,
  errors: ['not_found', 'treasury.archived', 'treasury.file_too_large'],
  status: 201,
});

export const importStatements = route({
  name: 'treasury.statement.import',
  method: 'POST',
  path: '/bank-accounts/{id}/statements',
  summary:
    'Take in the statements of an uploaded file: MT940, MT942, CAMT, OFX or CSV (a job). What is known already adds nothing',
  input: z.object({ id, uploadId: id }),
  output: statementImport,
  errors: ['not_found', ...uploadErrors, 'treasury.archived'],
  status: 202,
});

export const getStatementImport = route({
  name: 'treasury.statement_import.get',
  method: 'GET',
  path: '/bank-statement-imports/{id}',
  summary: 'Read how far the import of a file is, and what it brought',
  input: z.object({ id }),
  output: statementImport,
  errors: ['not_found'],
});

export const listStatementImports = route({
  name: 'treasury.statement_import.list',
  method: 'GET',
  path: '/bank-accounts/{id}/statement-imports',
  summary: 'List the files that were handed in for a bank account, newest first',
  input: pageInput.extend({ id }),
  output: page(statementImport),
  errors: ['not_found', 'invalid_cursor'],
});
