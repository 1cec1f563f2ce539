import PDFDocument from 'pdfkit';
import { useFonts } from './fonts.ts';
import type { BusinessLetter, EnclosedFile } from './letter.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a document says of itself, in XMP: the same as in its information dictionary. */
const metadataOf = ({ title, author, made, producer }: Record<'title' | 'author' | 'made' | 'producer', string>): string => `
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <xmp:CreateDate>${made}</xmp:CreateDate>
    <xmp:ModifyDate>${made}</xmp:ModifyDate>
    <xmp:CreatorTool>${producer}</xmp:CreatorTool>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <pdf:Producer>${producer}</pdf:Producer>
  </rdf:Description>`;

const producer = 'Atlas ERP';

function enclose(
  doc: PDFKit.PDFDocument,
  { name, mediaType, description, relationship, content, metadata }: EnclosedFile,
  made: Date,
) {
  const options = { name, type: mediaType, description, relationship, creationDate: made, modifiedDate: made };
  doc.file(Buffer.from(content), options);
  doc.appendXML(metadata);
}

/**
 * An empty document that may be kept for decades: PDF/A-3b (ISO 19005-3), which takes files inside. It says of when it was made
 * only its own day, so that the same letter is the same bytes.
 */
export function archivalDocument({ title, sender, locale, date, enclosed }: BusinessLetter): PDFKit.PDFDocument {
  const made = new Date(date);
  const author = sender.name;
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, font: '' },
    ...{ pdfVersion: '1.7', subset: 'PDF/A-3b', lang: locale, displayTitle: true },
    info: { Title: title, Author: author, Creator: producer, Producer: producer, CreationDate: made, ModDate: made },
  });
  // What it writes by itself is no XML where a name has an ampersand.
  const metadata = metadataOf({ title, author, made: `${date}T00:00:00Z`, producer });
  Object.assign(doc, { _addInfo: () => doc.appendXML(metadata) });
  useFonts(doc);
  if (enclosed) enclose(doc, enclosed, made);
  return doc;
}
