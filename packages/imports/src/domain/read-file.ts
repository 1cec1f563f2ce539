import { AtlasError } from '@atlas/kernel';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);

/** Bytes that no text has in any encoding we read; `first` is the beginning of the file. */
const isBinary = (bytes: Uint8Array, first: boolean): boolean =>
  bytes.includes(0) || (first && (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)));

function byteOrderMark(head: Uint8Array): Encoding | null {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(head, 0xfe, 0xff) ? 'utf-16be' : null;
}

/**
 * Finds the encoding of a text file from all its bytes, a part at a time: a byte order mark, valid UTF-8 to the end, or
 * else Windows-1252 (which holds all of Latin-1's letters).
 *
 * @throws AtlasError `imports.empty_file`, `imports.binary_file`
 */
export function encodingDetection(): { read(part: Uint8Array): void; end(): Encoding } {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let marked: Encoding | null = null;
  let isEmpty = true;
  let isUtf8 = true;
  return {
    read: (part) => {
      if (isEmpty) marked = byteOrderMark(part);
      if (marked === null && isBinary(part, isEmpty))
        throw new AtlasError('imports.binary_file', 'The file is not text. Save the table as CSV and upload that.');
      isEmpty = isEmpty && part.length === 0;
      if (!isUtf8 || marked !== null) return;
      try {
        utf8.decode(part, { stream: true });
      } catch {
        isUtf8 = false;
      }
    },
    end: () => {
      if (isEmpty) throw new AtlasError('imports.empty_file', 'The file is empty.');
      return marked ?? (isUtf8 ? 'utf-8' : 'windows-1252');
    },
  };
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that splits the first line into the most columns; quoted text does not count. */
export function detectDelimiter(firstLine: string): string {
  const unquoted = firstLine.replace(/"[^"]*"/g, '');
  const columns = (delimiter: string): number => unquoted.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (columns(delimiter) > columns(best) ? delimiter : best), ',' as string);
}

/** More columns than any real table has. */
const maxColumns = 500;

/**
 * The headings of a table.
 *
 * @throws AtlasError `imports.not_a_table` when there are none, too many, two alike or an empty one among them
 */
export function checkHeadings(headings: readonly string[]): string[] {
  const names = headings.map((heading) => heading.trim());
  while (names.at(-1) === '') names.pop();
  const refuse = (why: string): never => {
    throw new AtlasError('imports.not_a_table', `The first line must hold the names of the columns: ${why}.`);
  };
  if (names.length === 0) refuse('it is empty');
  if (names.length > maxColumns) refuse(`it has ${names.length} columns, more than ${maxColumns}`);
  const empty = names.indexOf('');
  if (empty >= 0) refuse(`column ${empty + 1} has no name`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`"${twice.slice(0, 60)}" stands there twice`);
  return names;
}
