/** All bytes of a document, once it has ended. Ask before it does. */
export function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => parts.push(part));
  return new Promise((resolve) => doc.once('end', () => resolve(Buffer.concat(parts))));
}
