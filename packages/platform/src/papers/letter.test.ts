import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BusinessLetter } from './letter.ts';
import { wrapped } from './wrapped.ts';
import { writeLetter } from './write-paper.ts';

const letter: BusinessLetter = {
  locale: 'de',
  date: '2026-03-10',
  sender: { name: 'Łódź & Söhne <GmbH>', lines: ['Hafenstraße 1', '20457 Hamburg'] },
  address: ['Ada "Countess" 日本', 'Lyon'],
  facts: [['Nummer', 'INV-1']],
  title: 'Rechnung <1> & mehr',
  text: ['Wir berechnen:'],
  columns: [
    { label: 'Pos.', kind: 'figure' },
    { label: 'Was', kind: 'text' },
    { label: 'Netto', kind: 'figure' },
  ],
  rows: Array.from({ length: 90 }, (_, index) => [`${index + 1}`, `Ding ${'und noch eines '.repeat(index % 9)}`, '1.234,50']),
  sums: [{ label: 'Summe', value: '111.105,00', look: 'strong' }],
  closing: ['Zahlbar bald.'],
  foot: [['IBAN DE89 3704 0044 0532 0130 00', 'BIC COBADEFFXXX'], ['HRB 1']],
  enclosed: {
    ...{ name: 'a.xml', mediaType: 'text/xml', description: 'The same for programs', relationship: 'Alternative' },
    content: Buffer.from('<a>Größe</a>'),
    metadata: '<rdf:Description rdf:about="" xmlns:x="urn:x#"><x:Name>a.xml</x:Name></rdf:Description>',
  },
};

const bytes = Buffer.from(await writeLetter(letter));
/** One character a byte. */
const file = bytes.toString('latin1');
const streams = [...file.matchAll(/(?<!end)stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  } catch {
    return body;
  }
});

describe('a letter', () => {
  test('is the same bytes each time it is written', async () => {
    expect(Buffer.from(await writeLetter(letter)).equals(bytes)).toBe(true);
  });

  test('is PDF/A-3b: it names its colours, brings its letters along, and does nothing by itself', () => {
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(file).toMatch(/\/S \/GTS_PDFA1[\s\S]*?\/DestOutputProfile \d+ 0 R/);
    expect(file).toContain('/Lang (de)');
    const fonts = file.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts.length).toBe(2);
    expect(file.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(fonts.length);
    expect(file.match(/\/CIDToGIDMap \/Identity/g)).toHaveLength(fonts.length);
    // What the standard forbids: 6.1.3, 6.2.10, 6.6.1, 6.2.11.4.
    expect(file).not.toMatch(
      /\/Encrypt|\/SMask|\/JavaScript|\/JS\b|\/AA\b|\/OpenAction|\/Type3|\/ca 0|\/CA 0|\/Interpolate true/,
    );
    // No letter is drawn that its font has no shape for: glyph 0.
    const drawn = streams.filter((text) => /(?:^|\n)BT\n/.test(text)).flatMap((text) => [...text.matchAll(/<([0-9a-f]+)>/g)]);
    expect(drawn.flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])).not.toContain('0000');
  });

  test('says of itself in its metadata what it says in its dictionary, whatever the names are', () => {
    const xmp = /<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(bytes.toString())?.[0] ?? '';
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Rechnung &lt;1&gt; &amp; mehr</rdf:li>');
    expect(xmp).toContain('<rdf:li>Łódź &amp; Söhne &lt;GmbH&gt;</rdf:li>');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(xmp).toContain('<x:Name>a.xml</x:Name>');
    expect(xmp.match(/<dc:title>/g)).toHaveLength(1);
    expect(xmp).toContain('<xmp:CreateDate>2026-03-10T00:00:00Z</xmp:CreateDate>');
    expect(file).toContain('/CreationDate');
    expect(file).toContain('(D:20260310000000Z)');
  });

  test('keeps a file inside, as what it is to the letter', () => {
    expect(file).toMatch(/\/AF \[\d+ 0 R\]/);
    expect(file).toMatch(/\/Type \/Filespec\n\/AFRelationship \/Alternative\n\/F \(a\.xml\)[\s\S]*?\/UF \(a\.xml\)/);
    expect(file).toMatch(/\/Type \/EmbeddedFile[\s\S]*?\/ModDate \(D:20260310000000Z\)[\s\S]*?\/Subtype \/text#2Fxml/);
    expect(streams.map((text) => Buffer.from(text, 'latin1').toString())).toContain('<a>Größe</a>');
  });

  test('goes on over pages, each drawn once', () => {
    const pages = file.match(/\/Type \/Page\n/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(3);
    expect(streams.filter((text) => /(?:^|\n)BT\n/.test(text))).toHaveLength(pages);
  });
});

describe('a text in lines', () => {
  const widthOf = (text: string) => text.length;

  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['DonaudampfschiffX', 5, ['Donau', 'dampf', 'schif', 'fX']],
    ['a Donaudampf b', 6, ['a', 'Donaud', 'ampf b']],
    ['a\nb', 9, ['a', 'b']],
    ['', 9, ['']],
    ['abc', 0, ['a', 'b', 'c']],
  ])('%j in %d is %j', (text, width, lines) => {
    expect(wrapped(text, width, widthOf)).toEqual(lines);
  });
});
