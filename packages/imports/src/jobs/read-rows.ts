import { createHash } from 'node:crypto';
import type { ImportKind } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Ctx } from '@atlas/platform';
import { parse } from 'csv-parse';
import { type Parsed, parseValue, type Writing } from '../domain/parse-value.ts';
import type { StagedRow } from '../imports/import-rows.repository.ts';
import type { StoredFileRef } from '../imports/imports.repository.ts';

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

/** A row before it has its place among the rows of its kind. */
export type ReadRow = Omit<StagedRow, 'sequence'>;

/** A longer line than this is no record of a table. */
const maxRecordBytes = 1_000_000;

/** Where the cell of each field stands, and what it holds when it is empty. */
function cellsOf(file: StoredFileRef, kind: ImportKind) {
  return Object.entries(kind.fields).flatMap(([field, spec]) => {
    const column = file.columns.findIndex(({ name }) => name === file.mapping[field]);
    const fallback = file.defaults[field];
    return column < 0 && fallback === undefined ? [] : [{ field, spec, column, fallback: fallback ?? '' }];
  });
}

/** Makes a reader of lines: each becomes the fields of its kind. What cannot be read is refused with the first reason. */
function rowReader(file: StoredFileRef, kind: ImportKind, writing: Writing): (line: Line) => ReadRow {
  const cells = cellsOf(file, kind);
  const read = (text: string, type: (typeof cells)[number]['spec']['type']): Parsed =>
    parseValue(text, type, writing.decimalMark, writing.dateOrder);
  return ({ record, info }) => {
    const data: Record<string, string> = {};
    let refusal: { code: string; message: string } | null = null;
    if (record.slice(file.columns.length).some((value) => value.trim() !== ''))
      refusal = {
        code: 'too_many_columns',
        message: `The line has ${record.length} columns, the header ${file.columns.length}.`,
      };
    for (const { field, spec, column, fallback } of cells) {
      const cell = (record[column] ?? '').replaceAll('\u0000', '');
      const text = cell.trim() === '' ? fallback : cell;
      const parsed = read(text, spec.type);
      data[field] = 'value' in parsed ? parsed.value : text;
      if (refusal) continue;
      if ('refusal' in parsed) refusal = { code: `invalid_${spec.type}`, message: `${spec.label}: ${parsed.refusal}.` };
      else if (spec.required === true && parsed.value === '') refusal = { code: 'required', message: `${spec.label} is empty.` };
    }
    return {
      kind: kind.name,
      file: file.position,
      rowNumber: info.lines,
      key: [kind.key, ...(kind.keyWith ?? [])]
        .map((field) => data[field] ?? '')
        .join(' ')
        .slice(0, 200),
      data,
      status: refusal ? 'refused' : 'pending',
      code: refusal?.code ?? null,
      message: refusal?.message ?? null,
    };
  };
}

/** The text of a stored file. @throws AtlasError `imports.file_changed` at its end, when it is not what was uploaded */
async function* textOf(ctx: Ctx, file: StoredFileRef): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding);
  const hash = createHash('sha256');
  for await (const chunk of ctx.storage.open(ctx.tenantId, file.storageKey)) {
    hash.update(chunk as Buffer);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
  if (hash.digest('hex') !== file.sha256)
    throw new AtlasError('imports.file_changed', `${file.name} is not the file that was uploaded any more. Upload it again.`);
}

/** Streams a stored file as rows: memory does not grow with the file. */
export async function* readRows(ctx: Ctx, file: StoredFileRef, kind: ImportKind, writing: Writing): AsyncGenerator<ReadRow> {
  const parser = parse({
    delimiter: file.delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    from: 2,
    max_record_size: maxRecordBytes,
  });
  const feed = (async () => {
    for await (const part of textOf(ctx, file))
      if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  })().catch((error) => parser.destroy(error));
  const read = rowReader(file, kind, writing);
  for await (const line of parser as AsyncIterable<Line>) yield read(line);
  await feed;
}

/** Reads a file only to know that it is the one that was uploaded. @throws AtlasError `imports.file_changed` */
export async function verifyFile(ctx: Ctx, file: StoredFileRef): Promise<void> {
  for await (const _text of textOf(ctx, file));
}
