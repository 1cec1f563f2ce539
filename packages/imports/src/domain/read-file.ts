import { AtlasError } from '@atlas/kernel';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);

/** Bytes that no text has in any encoding we read. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

function isUtf8(bytes: Uint8Array): boolean {
  // The head may end inside a character: streaming mode forgives that and nothing else.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a text file by its first bytes: a byte order mark, valid UTF-8, or else Windows-1252 (which holds all
 * of Latin-1's letters).
 *
 * @throws AtlasError `imports.empty_file`, `imports.binary_file`
 */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head.length === 0) throw new AtlasError('imports.empty_file', 'The file is empty.');
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  if (isBinary(head)) throw new AtlasError('imports.binary_file', 'The file is not text. Save the table as CSV and upload that.');
  return isUtf8(head) ? 'utf-8' : 'windows-1252';
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
