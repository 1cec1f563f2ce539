import { describe, expect, it } from 'vitest';
import { checkInvoice } from '../domain/check-invoice.ts';
import { line, sample } from '../domain/sample-invoice.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

const invoice = sample({
  notes: [{ subject: null, text: 'One & <two>' }],
  lines: [line('100.00', 'S 19', { name: 'Größe "M"' })],
});
const creditNote = sample({ kind: 'credit_note', typeCode: '381' });
const [ubl, cii] = [printXml(writeInvoice(invoice, 'ubl')), printXml(writeInvoice(invoice, 'cii'))];

const renamed = (xml: string, prefixes: Readonly<Record<string, string>>): string =>
  Object.entries(prefixes).reduce(
    (text, [from, to]) =>
      text
        .replaceAll(`xmlns:${from}=`, to === '' ? 'xmlns=' : `xmlns:${to}=`)
        .replaceAll(new RegExp(`(</?)${from}:`, 'g'), to === '' ? '$1' : `$1${to}:`),
    xml,
  );

/** What stands in an element, changed where it is a leaf. */
const leaves = (xml: string, change: (text: string) => string): string =>
  xml.replaceAll(/>([^<>]*[^<>\s][^<>]*)</g, (_all, text: string) => `>${change(text)}<`);

const extension = `<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension
  ><ext:ExtensionContent><cbc:ID>not the number</cbc:ID></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>`;

/** Ways of writing the same document that say the same. */
const shapes: Record<string, (xml: string) => string> = {
  'as we write it': (xml) => xml,
  'other prefixes': (xml) => renamed(xml, { cbc: 'b', cac: 'a', ubl: 'x', rsm: 'r', ram: 'm', udt: 'u', qdt: 'q' }),
  'its own namespace without a prefix': (xml) => renamed(xml, { ubl: '', rsm: '' }),
  'a mark at its beginning': (xml) => `\uFEFF${xml}`,
  'no declaration': (xml) => xml.replace(/^<\?xml[^>]*\?>\n/, ''),
  'a declaration of the encoding that it was read from': (xml) => xml.replace('UTF-8', 'UTF-16'),
  'line ends of Windows': (xml) => xml.replaceAll('\n', '\r\n'),
  'everything on one line': (xml) => xml.replaceAll(/>\s+</g, '><'),
  'space around what it says': (xml) => leaves(xml, (text) => `\n   ${text}\t `),
  comments: (xml) => leaves(xml, (text) => `<!-- > & < -->${text}<!--</x>-->`).replace('?>\n', '?>\n<!-- <Invoice> -->\n'),
  CDATA: (xml) =>
    leaves(
      xml,
      (text) =>
        `<![CDATA[${text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')}]]>`,
    ),
  'characters by their numbers': (xml) => leaves(xml, (text) => text.replaceAll('1', '&#49;').replaceAll('0', '&#x30;')),
  'attributes in single quotes': (xml) => xml.replaceAll(/="([^"]*)"/g, "='$1'"),
  'processing instructions': (xml) =>
    xml.replace('?>\n', '?>\n<?xml-stylesheet type="text/xsl" href="http://example.com/x.xsl"?>\n'),
  'what is of no business of ours': (xml) =>
    xml.replace(
      /(<ubl:Invoice[^>]*>|<rsm:CrossIndustryInvoice[^>]*>)/,
      (root) => `${root}<x:Own xmlns:x="urn:own" a="1"><x:ID>2</x:ID></x:Own>`,
    ),
};

describe.each([
  ['ubl', ubl],
  ['cii', cii],
] as const)('a document in %s', (syntax, xml) => {
  it.each(Object.entries(shapes))('with %s says the same', (_what, shape) => {
    expect(readDocument(shape(xml))).toEqual({ syntax, invoice });
  });

  it('is a credit note by its root or its type', () => {
    const { invoice: read } = readDocument(printXml(writeInvoice(creditNote, syntax)));
    expect(read).toEqual(creditNote);
    expect(checkInvoice(read)).toEqual([]);
  });

  it('of a megabyte of text is read, and written again', () => {
    const long = sample({ notes: [{ subject: null, text: 'ä€ '.repeat(333_333).trim() }] });
    expect(readDocument(printXml(writeInvoice(long, syntax))).invoice).toEqual(long);
  });

  it('of a thousand lines is read and checked', () => {
    const many = sample({ lines: Array.from({ length: 1000 }, (_, index) => line('0.10', 'S 19', { id: String(index + 1) })) });
    const { invoice: read } = readDocument(printXml(writeInvoice(many, syntax)));
    expect(read.lines).toHaveLength(1000);
    expect(checkInvoice(read)).toEqual([]);
  });
});

describe('a document in UBL', () => {
  it('may carry extensions, which are not read', () => {
    expect(readDocument(ubl.replace(/(<ubl:Invoice[^>]*>)/, `$1${extension}`)).invoice).toEqual(invoice);
  });

  it('has a category of VAT, beside those of other taxes', () => {
    const other =
      '<cac:ClassifiedTaxCategory><cbc:ID>GST</cbc:ID><cac:TaxScheme><cbc:ID>GST</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>';
    const beside = ubl.replace('<cac:ClassifiedTaxCategory>', `${other}<cac:ClassifiedTaxCategory>`);
    expect(readDocument(beside).invoice).toEqual(invoice);
    const alone = ubl.replace(/(<cac:ClassifiedTaxCategory>[\s\S]*?<cac:TaxScheme>\s*<cbc:ID>)VAT/, '$1GST');
    expect(checkInvoice(readDocument(alone).invoice).map(({ rule }) => rule)).toEqual(['BR-CO-04', 'BR-S-01', 'BR-S-08']);
  });

  it('names VAT in letters of any case', () => {
    const small = readDocument(ubl.replaceAll('<cbc:ID>VAT</cbc:ID>', '<cbc:ID>Vat</cbc:ID>')).invoice;
    expect(checkInvoice(small)).toEqual([]);
  });

  it('tells its breakdown once, also where it is told again in the accounting currency', () => {
    const told = writeInvoice(sample({ taxCurrency: 'SEK', totals: { ...sample().totals, vatInTaxCurrency: '213.00' } }), 'ubl');
    const again = printXml(told).replace(
      /(<cbc:TaxAmount currencyID="SEK">213.00<\/cbc:TaxAmount>)/,
      `$1<cac:TaxSubtotal><cbc:TaxableAmount currencyID="SEK">1121.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="SEK">213.00</cbc:TaxAmount
        ><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>`,
    );
    const { invoice: read } = readDocument(again);
    expect(read.vatBreakdown).toEqual(invoice.vatBreakdown);
    expect(checkInvoice(read)).toEqual([]);
  });

  it('refers to what is invoiced, which is no document that supports it', () => {
    const reference =
      '<cac:AdditionalDocumentReference><cbc:ID>M-1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>';
    expect(
      readDocument(ubl.replace('<cac:AccountingSupplierParty>', `${reference}<cac:AccountingSupplierParty>`)).invoice,
    ).toEqual({ ...invoice, objectReference: { id: 'M-1', scheme: null } });
  });
});
