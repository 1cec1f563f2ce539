import { AtlasError } from '@atlas/kernel';
import { parse } from 'csv-parse/sync';
import { readCamt } from '../domain/camt.ts';
import { type CsvRow, readCsv } from '../domain/csv.ts';
import type { CsvMapping } from '../domain/csv-mapping.ts';
import { decodeText } from '../domain/decode.ts';
import { type Format, formatOf } from '../domain/format.ts';
import { readMt940 } from '../domain/mt940.ts';
import { readOfx } from '../domain/ofx.ts';
import type { Statement } from '../domain/statement.ts';
import { readXml } from './read-xml.ts';

/** The rows of a table. @throws AtlasError `treasury.unreadable_file` */
export function readRows(text: string, delimiter: string): CsvRow[] {
  try {
    const read = {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    } as const;
    const rows = parse(text, read) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new AtlasError(
      'treasury.unreadable_file',
      `The file cannot be read as a table: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  }
}

function ofTable(text: string, mapping: CsvMapping | null): Statement[] | null {
  if (!mapping)
    throw new AtlasError('treasury.mapping_missing', 'The file is a table: say first which of its columns hold what.');
  return readCsv(readRows(text, mapping.delimiter), mapping);
}

/**
 * Reads the file of a bank by what it holds, whatever it is called.
 *
 * @throws AtlasError `treasury.unreadable_file`, `treasury.mapping_missing`
 */
export function readStatements(
  bytes: Uint8Array,
  mapping: CsvMapping | null,
): { readonly format: Format; readonly statements: Statement[] } {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  const format = formatOf(text);
  const readers: Record<Format, () => Statement[] | null> = {
    mt940: () => readMt940(text),
    camt: () => readCamt(readXml(text)),
    ofx: () => readOfx(text),
    csv: () => ofTable(text, mapping),
  };
  const statements = readers[format]();
  if (!statements || statements.length === 0)
    throw new AtlasError('treasury.unreadable_file', 'The file holds no statement of an account.');
  return { format, statements };
}
