const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Without a mark, "<?" tells how wide a character is.
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
];

/** The encoding that a document declares, where a browser knows it. */
function declared(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  // What calls itself UTF-16 without a mark and can be read this far is not.
  if (/^utf-?16/i.test(named)) return 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}

/** The text of an XML document in its encoding: told by a mark, by its width, or as it declares. */
export function xmlText(bytes: Uint8Array): string {
  const marked = marks.find(([head]) => head.every((byte, index) => bytes[index] === byte))?.[1];
  return new TextDecoder(marked ?? declared(bytes)).decode(bytes);
}
