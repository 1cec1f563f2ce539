import { AtlasError } from '@atlas/kernel';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);

const markedAs = (bytes: Uint8Array): string | null =>
  startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;

/** PDF and anything zipped. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** What XML calls its encoding in its first line, and OFX in its header by the number of Windows' table. */
const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']|^CHARSET\s*:\s*(\d{3,4})\s*$/m;

/** A decoder for what a file that is not UTF-8 says that it is, or else for Windows-1252, which holds all of Latin-1's letters. */
function decoderOf(bytes: Uint8Array) {
  const [, ofXml, ofOfx] = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 1000))) ?? [];
  const label = ofXml ?? (ofOfx && `windows-${ofOfx}`) ?? 'windows-1252';
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding.startsWith('utf-') ? new TextDecoder('windows-1252') : decoder;
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/**
 * The text of a file: by its byte order mark, as UTF-8 where it is, or else as it says itself. Banks copy that line from elsewhere, and so it is
 * asked last.
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
    return decoderOf(bytes).decode(bytes);
  }
}
