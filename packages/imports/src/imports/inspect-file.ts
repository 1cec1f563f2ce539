import { AtlasError } from '@atlas/kernel';
import type { Ctx, StoredFile } from '@atlas/platform';
import { parse } from 'csv-parse/sync';
import { detectType } from '../domain/detect-types.ts';
import { checkHeadings, detectDelimiter, type Encoding, encodingDetection } from '../domain/read-file.ts';

/** As much of a file as is read to know what it is. */
const headBytes = 64 * 1024;
const sampleRows = 20;

export type Inspection = {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: { name: string; type: 'text' | 'decimal' | 'date' | 'flag' }[];
  readonly sample: string[][];
};

/** Reads a file to its end: what decides its encoding may stand in its last line. */
async function scan(ctx: Ctx, stored: StoredFile): Promise<{ head: Buffer; encoding: Encoding }> {
  const chunks: Buffer[] = [];
  const detection = encodingDetection();
  let size = 0;
  for await (const chunk of ctx.storage.open(ctx.tenantId, stored.key)) {
    if (size < headBytes) chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    detection.read(chunk as Buffer);
  }
  return { head: Buffer.concat(chunks).subarray(0, headBytes), encoding: detection.end() };
}

/** Whole lines only: the last one may be cut, unless the file ends with it. */
const wholeLines = (text: string, complete: boolean): string =>
  complete ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), 0));

/**
 * Looks at the beginning of a stored file: encoding, delimiter, columns with the types of their values, first rows.
 *
 * @throws AtlasError `imports.empty_file`, `imports.binary_file`, `imports.not_a_table`
 */
export async function inspectFile(ctx: Ctx, stored: StoredFile): Promise<Inspection> {
  const { head, encoding } = await scan(ctx, stored);
  const text = wholeLines(new TextDecoder(encoding).decode(head, { stream: true }), stored.byteCount <= headBytes);
  const delimiter = detectDelimiter(text.split(/\r?\n/, 1)[0] ?? '');
  let rows: string[][];
  try {
    rows = parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, to: 200 });
  } catch (error) {
    throw new AtlasError(
      'imports.not_a_table',
      `The file cannot be read as a table: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  }
  const names = checkHeadings(rows[0] ?? []);
  const body = rows.slice(1);
  const columns = names.map((name, index) => ({ name, type: detectType(body.map((row) => row[index] ?? '')) }));
  return {
    encoding,
    delimiter,
    columns,
    sample: body.slice(0, sampleRows).map((row) => names.map((_name, index) => (row[index] ?? '').slice(0, 200))),
  };
}
