import type { ImportKind } from '@atlas/contract';
import type { Ctx } from '@atlas/platform';
import { parse } from 'csv-parse';
import { type DateOrder, type DecimalMark, parseValue } from '../domain/parse-value.ts';
import type { StagedRow } from '../imports/import-rows.repository.ts';
import type { StoredFileRef } from '../imports/imports.repository.ts';

export type Writing = { readonly decimalMark: DecimalMark; readonly dateOrder: DateOrder };

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

/** A longer line than this is no record of a table. */
const maxRecordBytes = 1_000_000;

/** Reads one line of a file into the fields of its kind. What cannot be read is refused with the first reason. */
function stageLine(line: Line, file: StoredFileRef, kind: ImportKind, writing: Writing, sequence: number): StagedRow {
  const data: Record<string, string> = {};
  let refusal: { code: string; message: string } | null = null;
  const extra = line.record.slice(file.columns.length).some((value) => value.trim() !== '');
  if (extra)
    refusal = {
      code: 'too_many_columns',
      message: `The line has ${line.record.length} columns, the header ${file.columns.length}.`,
    };
  for (const [field, spec] of Object.entries(kind.fields)) {
    const column = file.mapping[field];
    if (column === undefined) continue;
    const text = (line.record[file.columns.findIndex(({ name }) => name === column)] ?? '').replaceAll('\u0000', '');
    const parsed = parseValue(text, spec.type, writing.decimalMark, writing.dateOrder);
    data[field] = 'value' in parsed ? parsed.value : text;
    if (refusal) continue;
    if ('refusal' in parsed) refusal = { code: `invalid_${spec.type}`, message: `${spec.label}: ${parsed.refusal}.` };
    else if (spec.required === true && parsed.value === '') refusal = { code: 'required', message: `${spec.label} is empty.` };
  }
  const head = {
    kind: kind.name,
    sequence,
    file: file.position,
    rowNumber: line.info.lines,
    key: (data[kind.key] ?? '').slice(0, 200),
    data,
  };
  return { ...head, status: refusal ? 'refused' : 'pending', code: refusal?.code ?? null, message: refusal?.message ?? null };
}

/** Streams a stored file as staged rows: memory does not grow with the file. */
export async function* stagedRows(
  ctx: Ctx,
  file: StoredFileRef,
  kind: ImportKind,
  writing: Writing,
  firstSequence: number,
): AsyncGenerator<StagedRow> {
  const decoder = new TextDecoder(file.encoding);
  const text = async function* () {
    for await (const chunk of ctx.storage.open(ctx.tenantId, file.storageKey))
      yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  };
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
    for await (const part of text()) if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  })().catch((error) => parser.destroy(error));
  let sequence = firstSequence;
  for await (const line of parser as AsyncIterable<Line>) {
    yield stageLine(line, file, kind, writing, sequence);
    sequence += 1;
  }
  await feed;
}
