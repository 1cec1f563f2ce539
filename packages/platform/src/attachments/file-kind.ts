const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Text without the bytes that no text has. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);

const office = 'application/vnd.openxmlformats-officedocument';

type Kind = { readonly contentType: string; is(bytes: Uint8Array): boolean };

/** What may be attached, by the ending of its name, and how such a file begins. Nothing that a browser would run is among it. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { contentType: 'application/pdf', is: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
  png: { contentType: 'image/png', is: (bytes) => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) },
  jpg: { contentType: 'image/jpeg', is: (bytes) => startsWith(bytes, 0xff, 0xd8, 0xff) },
  jpeg: { contentType: 'image/jpeg', is: (bytes) => startsWith(bytes, 0xff, 0xd8, 0xff) },
  webp: { contentType: 'image/webp', is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' },
  xlsx: { contentType: `${office}.spreadsheetml.sheet`, is: isZip },
  docx: { contentType: `${office}.wordprocessingml.document`, is: isZip },
  ods: { contentType: 'application/vnd.oasis.opendocument.spreadsheet', is: isZip },
  odt: { contentType: 'application/vnd.oasis.opendocument.text', is: isZip },
  csv: { contentType: 'text/csv', is: isText },
  txt: { contentType: 'text/plain', is: isText },
  // A browser might run what stands in XML; text it shows at most.
  xml: { contentType: 'text/plain', is: isText },
};

/** How much of a file has to be seen. */
export const headBytes = 512;

/** The type of a file by its name and its first bytes, which have to agree; null when it is none that is taken. */
export function fileKind(name: string, head: Uint8Array): string | null {
  const kind = kinds[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  return kind?.is(head) && head.length > 0 ? kind.contentType : null;
}
