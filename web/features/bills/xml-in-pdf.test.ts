import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { xmlInPdf } from './xml-in-pdf.ts';

const xml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="urn:x">Größe</rsm:CrossIndustryInvoice>';

/** A PDF as far as its streams go. */
function pdfOf(...streams: [dictionary: string, content: Uint8Array, length?: string | undefined][]): Uint8Array<ArrayBuffer> {
  const parts = streams.flatMap(([dictionary, content, length = String(content.length)], index) => [
    Buffer.from(`${index + 1} 0 obj\n<< ${dictionary} /Length ${length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('%%EOF')]));
}

const page = deflateSync(Buffer.from('BT (Invoice) Tj ET'));

test('the invoice is found beside its picture, packed or plain', async () => {
  const packed = pdfOf(
    ['/Filter /FlateDecode', page],
    ['/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(Buffer.from(xml))],
  );
  expect(await xmlInPdf(packed)).toBe(xml);
  expect(await xmlInPdf(pdfOf(['/Type /EmbeddedFile', Buffer.from(xml)]))).toBe(xml);
});

test('every length of it, whatever its last byte is', async () => {
  for (let length = 0; length < 64; length++) {
    const text = xml + ' '.repeat(length);
    for (const said of [undefined, '7 0 R'])
      expect(await xmlInPdf(pdfOf(['/Filter /FlateDecode', deflateSync(Buffer.from(text)), said]))).toBe(text);
  }
});

test('a PDF without one, or one that is broken, has none', async () => {
  const broken = pdfOf(['/Filter /FlateDecode', page], ['/Filter /FlateDecode', Buffer.from('no zlib at all')]);
  expect(await xmlInPdf(broken)).toBeNull();
  expect(await xmlInPdf(new Uint8Array(Buffer.from('%PDF-1.7 endstream stream\n')))).toBeNull();
});
