import { inflateRawSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { figureText } from './figures.ts';
import type { Paper } from './paper.ts';
import { writePaper } from './write-paper.ts';

const paper: Paper = {
  company: 'Łódź & Söhne <GmbH>',
  title: 'Balance sheet: 1/2',
  about: ['As of 31 Mar 2026'],
  locale: 'de',
  columns: [
    { label: 'Code', kind: 'text', width: 10 },
    { label: 'Account', kind: 'text', width: 40 },
    { label: 'Amount', kind: 'amount', width: 16 },
  ],
  rows: [
    { look: 'title', indent: 0, cells: [null, 'Assets', null] },
    { look: 'plain', indent: 1, cells: ['1010', '=HYPERLINK("http://x")', '-1234567.80'] },
    { look: 'plain', indent: 1, cells: ['1020', 'Bank', '9007199254740993.25'] },
    ...Array.from({ length: 120 }, (_, index) => ({ look: 'plain' as const, indent: 2, cells: ['1', `Row ${index}`, '0.01'] })),
  ],
  pageWords: (page, pages) => `Seite ${page} von ${pages}`,
};

/** Files of a zip archive, by the entries of its directory. */
function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, packed, nameLength, offset] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const body = bytes.subarray(start, start + packed);
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), (method === 8 ? inflateRawSync(body) : body).toString());
  }
  return files;
}

test.each([
  ['-1234567.80', 'de', '-1.234.567,80'],
  ['1234567.80', 'en', '1,234,567.80'],
  ['-123', 'en', '-123'],
  ['1000', 'de', '1.000'],
] as const)('%s in %s is %s', (text, locale, expected) => {
  expect(figureText(text, locale)).toBe(expected);
});

test('as CSV, cells are plain decimals, and none begins a formula', async () => {
  const text = Buffer.from(await writePaper('csv', paper)).toString();
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('\uFEFFCode,Account,Amount');
  expect(lines[2]).toBe(`1010,"'=HYPERLINK(""http://x"")",-1234567.80`);
});

test('as a workbook, amounts are numbers while none of their digits is lost, and nothing is a formula', async () => {
  const files = unzipped(Buffer.from(await writePaper('xlsx', paper)));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<v>-1234567.8</v>');
  expect(sheet).not.toContain('<f>');
  const all = [...files.values()].join('');
  expect(all).toContain('9007199254740993.25');
  expect(all).not.toContain('<v>9007199254740993');
  expect(all).toContain('=HYPERLINK(');
  expect(all).toContain('Łódź &amp; Söhne &lt;GmbH&gt;');
});

test('as a workbook, each amount has the decimals of its currency', async () => {
  const amounts = ['1000', '1234.50', '0.125', '-7'];
  const rows = amounts.map((amount) => ({ look: 'plain' as const, indent: 0, cells: ['1', 'Row', amount] }));
  const files = unzipped(Buffer.from(await writePaper('xlsx', { ...paper, rows })));
  const styles = files.get('xl/styles.xml') ?? '';
  const named = new Map([...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]));
  const formats = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf ([^>]*)>/g)].map(
    ([, about = '']) => /numFmtId="(\d+)"/.exec(about)?.[1] ?? '',
  );
  const cells = [...(files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="C\d+" s="(\d+)"[^>]*><v>([^<]*)<\/v>/g)];
  const shown = cells.map(([, style, value]) => [value, named.get(formats[Number(style)] ?? '')]);
  expect(shown.slice(-4)).toEqual([
    ['1000', '#,##0'],
    ['1234.5', '#,##0.00'],
    ['0.125', '#,##0.000'],
    ['-7', '#,##0'],
  ]);
});

test('as PDF, it has its pages, each with its number', async () => {
  const bytes = Buffer.from(await writePaper('pdf', paper));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(3);
  const streams = [...bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  // Each page draws text in a stream of its own.
  expect(streams.filter((text) => text.includes('BT')).length).toBe(3);
});

test('as a letter it goes on over as many pages as it needs, and begins none by itself', async () => {
  const letter = { ...paper, address: ['Ada', 'Rue 1', '69001 Lyon'], text: ['Pay.'] };
  const pages = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\n/g)?.length;
  expect(pages(await writePaper('pdf', letter))).toBe(3);
  expect(pages(await writePaper('pdf', { ...letter, rows: letter.rows.slice(0, 40) }))).toBe(2);
  expect(pages(await writePaper('pdf', { ...letter, rows: letter.rows.slice(0, 4) }))).toBe(1);
});
