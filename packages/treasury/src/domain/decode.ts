import { AtlasError } from '@atlas/kernel';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);

const markedAs = (bytes: Uint8Array): string | null =>
  startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;

/** PDF and anything zipped. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/**
 * The text of a file: by its byte order mark, as UTF-8 where it is, or else as Windows-1252, which holds all of Latin-1's letters.
 * What a file says of its own encoding is not asked: banks copy that line from elsewhere.
 *
 * @throws AtlasError `treasury.unreadable_file` when it is no text
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedAs(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (isBinary(bytes))
    throw new AtlasError('treasury.unreadable_file', 'The file is not text: export the statement as MT940, CAMT, OFX or CSV.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
