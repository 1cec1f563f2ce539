import { announcedBytes, announcedHash, page, pageInput, route, schemas, upload, uploadErrors } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, version } = schemas;

export const importStatus = z.enum(['uploaded', 'checking', 'checked', 'running', 'completed', 'failed', 'cancelled']);
export const decimalMark = z.enum(['point', 'comma']).meta({ description: 'What separates the decimals: 1,234.56 or 1.234,56' });
export const dateOrder = z.enum(['ymd', 'dmy', 'mdy']).meta({ description: 'How dates are written' });

const column = z.object({
  name: z.string(),
  type: z.enum(['text', 'decimal', 'date', 'flag']).meta({ description: 'As its values look' }),
});

export const importFile = z
  .object({
    position: z.int(),
    name: z.string(),
    byteCount: z.int(),
    encoding: z.string(),
    delimiter: z.string(),
    columns: z.array(column),
    sample: z.array(z.array(z.string())).meta({ description: 'The first rows' }),
    rowCount: z.int().nullable().meta({ description: 'Known after the dry run' }),
    kind: z.string().nullable().meta({ description: 'What the file holds; null leaves it out' }),
    mapping: z.record(z.string(), z.string()).meta({ description: 'Column of each field' }),
    defaults: z
      .record(z.string(), z.string())
      .meta({ description: 'What a field holds where its cell is empty or it has no column' }),
  })
  .meta({ id: 'ImportFile' });

const count = z.object({
  kind: z.string(),
  label: z.string(),
  total: z.int(),
  ready: z.int(),
  refused: z.int(),
  created: z.int(),
  unchanged: z.int(),
});

export const importRun = z
  .object({
    id,
    status: importStatus,
    preset: z.string().nullable().meta({ description: 'The known system whose export this is' }),
    decimalMark,
    dateOrder,
    files: z.array(importFile),
    counts: z.array(count),
    doneCount: z.int().meta({ description: 'Records dealt with in the current dry run or run' }),
    totalCount: z.int().nullable(),
    jobId: id.nullable(),
    error: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'Import' });

export const importSummary = importRun
  .omit({ files: true })
  .extend({ fileNames: z.array(z.string()) })
  .meta({ id: 'ImportSummary' });

export const importRow = z
  .object({
    id: z.string().meta({ description: 'Kind and sequence' }),
    kind: z.string(),
    file: z.string(),
    rowNumber: z.int().meta({ description: 'Line of the file, the header being 1' }),
    key: z.string(),
    status: z.enum(['pending', 'ready', 'refused', 'created', 'unchanged']),
    code: z.string().nullable(),
    message: z.string().nullable(),
    targetId: id.nullable(),
    values: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ImportRow' });

export const importKind = z
  .object({
    name: z.string(),
    label: z.string(),
    parent: z.string().nullable(),
    fields: z.array(z.object({ name: z.string(), label: z.string(), type: column.shape.type, required: z.boolean() })),
  })
  .meta({ id: 'ImportKind' });

export const createImport = route({
  name: 'imports.import.create',
  feature: 'imports',
  method: 'POST',
  path: '/imports',
  summary: 'Begin an import; its files are uploaded next',
  input: z.object({ decimalMark: decimalMark.default('point'), dateOrder: dateOrder.default('ymd') }),
  output: importRun,
  errors: [],
  status: 201,
});

/** Bytes of one file; the largest that is taken. */
export const maxFileBytes = 100_000_000;

export const addImportFile = route({
  name: 'imports.file.add',
  feature: 'imports',
  method: 'PUT',
  path: '/imports/{id}/files/{name}',
  summary: 'Send one file, or replace it; what it holds is suggested. Large ones take another way: begin an upload',
  input: z.object({
    id,
    name: schemas.line(200),
    content: z.custom<AsyncIterable<Uint8Array>>(
      (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
      'send the bytes of the file',
    ),
  }),
  output: importFile,
  errors: [
    'not_found',
    'imports.wrong_status',
    'imports.file_too_large',
    'imports.empty_file',
    'imports.binary_file',
    'imports.not_a_table',
    'imports.too_many_files',
  ],
  body: 'binary',
});

export const beginImportUpload = route({
  name: 'imports.upload.begin',
  feature: 'imports',
  method: 'POST',
  path: '/imports/{id}/uploads',
  summary: 'Ask where to send the bytes of a file of any size that is taken; then send them there, and take the upload',
  input: z.object({ id, name: schemas.line(200), byteCount: announcedBytes, sha256: announcedHash.optional() }),
  output: upload,
  errors: ['not_found', 'imports.wrong_status', 'imports.file_too_large'],
  status: 201,
});

export const takeImportUpload = route({
  name: 'imports.upload.take',
  feature: 'imports',
  method: 'POST',
  path: '/imports/{id}/uploads/{uploadId}/take',
  summary: 'Add the file whose bytes were sent, or replace it; what it holds is suggested as for any file',
  input: z.object({ id, uploadId: id }),
  output: importFile,
  errors: [
    'not_found',
    ...uploadErrors,
    'imports.wrong_status',
    'imports.empty_file',
    'imports.binary_file',
    'imports.not_a_table',
    'imports.too_many_files',
  ],
  status: 201,
});

export const mapImportFile = route({
  name: 'imports.file.map',
  feature: 'imports',
  method: 'PUT',
  path: '/imports/{id}/files/{position}/mapping',
  summary: 'Say what a file holds and which column becomes which field',
  input: z.object({
    id,
    position: z.coerce.number().int().min(1).max(100),
    kind: schemas.line(60).nullable(),
    mapping: z.record(z.string().max(60), z.string().max(200)),
    defaults: z
      .record(z.string().max(60), schemas.line(200))
      .default({})
      .meta({ description: 'As it would stand in a cell, for fields that are empty or have no column' }),
  }),
  output: importFile,
  errors: [
    'not_found',
    'imports.wrong_status',
    'imports.unknown_kind',
    'imports.unknown_field',
    'imports.unknown_column',
    'imports.field_missing',
    'imports.invalid_default',
  ],
});

export const updateImport = route({
  name: 'imports.import.update',
  feature: 'imports',
  method: 'PATCH',
  path: '/imports/{id}',
  summary: 'Say how numbers and dates are written in the files',
  input: z.object({ id, version, decimalMark: decimalMark.optional(), dateOrder: dateOrder.optional() }),
  output: importRun,
  errors: ['not_found', 'version_conflict', 'imports.wrong_status'],
});

export const checkImport = route({
  name: 'imports.import.check',
  feature: 'imports',
  method: 'POST',
  path: '/imports/{id}/check',
  summary: 'Read all files and judge every record without writing any (a job)',
  input: z.object({ id }),
  output: importRun,
  errors: ['not_found', 'imports.wrong_status', 'imports.nothing_to_import', 'imports.field_missing'],
  status: 202,
});

export const runImport = route({
  name: 'imports.import.run',
  feature: 'imports',
  method: 'POST',
  path: '/imports/{id}/run',
  summary: 'Write the records that the dry run found ready (a job)',
  input: z.object({ id }),
  output: importRun,
  errors: ['not_found', 'imports.wrong_status'],
  status: 202,
});

export const cancelImport = route({
  name: 'imports.import.cancel',
  feature: 'imports',
  method: 'POST',
  path: '/imports/{id}/cancel',
  summary: 'Stop an import; what it wrote stays',
  input: z.object({ id }),
  output: importRun,
  errors: ['not_found', 'imports.wrong_status'],
  status: 200,
});

export const getImport = route({
  name: 'imports.import.get',
  feature: 'imports',
  method: 'GET',
  path: '/imports/{id}',
  summary: 'Read an import with its files, counts and progress',
  input: z.object({ id }),
  output: importRun,
  errors: ['not_found'],
});

export const listImports = route({
  name: 'imports.import.list',
  feature: 'imports',
  method: 'GET',
  path: '/imports',
  summary: 'List imports, newest first',
  input: pageInput,
  output: page(importSummary),
  errors: ['invalid_cursor'],
});

export const listImportRows = route({
  name: 'imports.row.list',
  feature: 'imports',
  method: 'GET',
  path: '/imports/{id}/rows',
  summary: 'List the records of an import and what became of them',
  input: pageInput.extend({ id, status: importRow.shape.status.optional(), kind: schemas.line(60).optional() }),
  output: page(importRow),
  errors: ['not_found', 'invalid_cursor'],
});

export const listImportKinds = route({
  name: 'imports.kind.list',
  feature: 'imports',
  method: 'GET',
  path: '/import-kinds',
  summary: 'List what files may hold',
  input: z.object({}),
  output: z.object({ items: z.array(importKind) }),
  errors: [],
});
