import { describe, expect, it } from 'vitest';
import { detectDateOrder, detectDecimalMark, detectType } from './detect-types.ts';
import { afterStep, type ImportStatus } from './import-state.ts';
import { parseDate, parseDecimal } from './parse-value.ts';
import { presetFor } from './presets.ts';
import { checkHeadings, detectDelimiter, encodingDetection } from './read-file.ts';
import { type KindShape, suggestKind } from './suggest-mapping.ts';

describe('an amount in a file', () => {
  it.each([
    ['1,234.56', 'point', '1234.56'],
    ['1.234,56', 'comma', '1234.56'],
    ['(12.00)', 'point', '-12.00'],
    ['-0,5', 'comma', '-0.5'],
    ['12-', 'point', '-12'],
    ['.5', 'point', '0.5'],
    ["1'234.56", 'point', '1234.56'],
    ['1\u202f234\u2009567,8', 'comma', '1234567.8'],
    ['\u221212,50', 'comma', '-12.50'],
    ['12,34,567.5', 'point', '1234567.5'],
    ['-0.00', 'point', '0.00'],
    ['1\u00a0234.5'.replace('\u00a0', ','), 'point', '1234.5'],
  ] as const)('%s with a decimal %s is %s', (text, mark, value) => {
    expect(parseDecimal(text, mark)).toEqual({ value });
  });

  it.each([
    ['1.234,56', 'point'],
    ['1,234.56', 'comma'],
    ['12,34,56', 'point'],
    ['=1+1', 'point'],
    ['12 EUR', 'point'],
    ['1e5', 'point'],
    ['--5', 'point'],
  ] as const)('%s with a decimal %s is refused', (text, mark) => {
    expect(parseDecimal(text, mark)).toHaveProperty('refusal');
  });
});

describe('a date in a file', () => {
  it.each([
    ['1996-07-04', 'ymd', '1996-07-04'],
    ['04.07.1996', 'dmy', '1996-07-04'],
    ['7/4/1996', 'mdy', '1996-07-04'],
    ['2010-12-01 08:26', 'ymd', '2010-12-01'],
    ['20260131', 'ymd', '2026-01-31'],
    ['31-Jan-2026', 'dmy', '2026-01-31'],
    ['5. Dez. 2026', 'dmy', '2026-12-05'],
    ['Mar 5, 2026', 'mdy', '2026-03-05'],
    ['2026-Sept-30', 'ymd', '2026-09-30'],
  ] as const)('%s in the order %s is %s', (text, order, value) => {
    expect(parseDate(text, order)).toEqual({ value });
  });

  it.each([
    ['2023-02-31', 'ymd'],
    ['31/12/23', 'dmy'],
    ['13/13/2023', 'dmy'],
    ['yesterday', 'ymd'],
    ['20260231', 'ymd'],
    ['31-Foo-2026', 'dmy'],
    ['31-Jan-2026', 'mdy'],
  ] as const)('%s in the order %s is refused', (text, order) => {
    expect(parseDate(text, order)).toHaveProperty('refusal');
  });
});

describe('detection', () => {
  it('tells decimals, dates, flags and codes with leading zeros apart', () => {
    expect(
      [
        ['1', '2.5'],
        ['2024-01-01', ''],
        ['yes', 'no'],
        ['007', '012'],
        ['Oslo', '3'],
      ].map(detectType),
    ).toEqual(['decimal', 'date', 'flag', 'text', 'text']);
    expect([detectDecimalMark(['1.234,56', '0,5']), detectDecimalMark(['1.5', '7'])]).toEqual(['comma', 'point']);
    expect([detectDateOrder(['31.12.2024']), detectDateOrder(['12/31/2024']), detectDateOrder(['2024-12-31'])]).toEqual([
      'dmy',
      'mdy',
      'ymd',
    ]);
  });

  it.each([
    ['utf-8', [new TextEncoder().encode('Código')]],
    ['utf-8', [Uint8Array.of(0x43, 0xc3), Uint8Array.of(0xb3, 0x64)]],
    ['utf-16le', [Uint8Array.of(0xff, 0xfe, 0x41, 0)]],
    ['windows-1252', [Uint8Array.of(0x43, 0xf3, 0x64)]],
    ['windows-1252', [new TextEncoder().encode('plain for long, then'), Uint8Array.of(0xe9, 0x2c)]],
  ] as const)('finds %s from all bytes of a file, however they come (%#)', (encoding, parts) => {
    const detection = encodingDetection();
    for (const part of parts) detection.read(part);
    expect(detection.end()).toBe(encoding);
  });

  it('refuses what is no text', () => {
    const binary = expect.objectContaining({ code: 'imports.binary_file' });
    expect(() => encodingDetection().read(Uint8Array.of(0x50, 0x4b, 3, 4))).toThrow(binary);
    const late = encodingDetection();
    late.read(new TextEncoder().encode('Name\n'));
    expect(() => late.read(Uint8Array.of(0x41, 0))).toThrow(binary);
    expect(() => encodingDetection().end()).toThrow(expect.objectContaining({ code: 'imports.empty_file' }));
  });

  it('finds the delimiter outside of quotes', () => {
    expect([detectDelimiter('a;b;c'), detectDelimiter('"a;b;c;d",e'), detectDelimiter('a\tb'), detectDelimiter('only')]).toEqual([
      ';',
      ',',
      '\t',
      ',',
    ]);
  });

  it.each([[['', 'b']], [['a', 'a']], [[]], [Array.from({ length: 501 }, (_, index) => `c${index}`)]])(
    'refuses headings that are no table (%#)',
    (headings) => {
      expect(() => checkHeadings(headings)).toThrow(expect.objectContaining({ code: 'imports.not_a_table' }));
    },
  );
});

describe('a mapping', () => {
  const kinds: KindShape[] = [
    {
      name: 'products',
      label: 'Products',
      fields: { code: { label: 'Code', required: true, aliases: ['sku'] }, name: { label: 'Name', required: true } },
    },
    {
      name: 'parties',
      label: 'Customers',
      fields: { code: { label: 'Code', required: true }, name: { label: 'Name', required: true, aliases: ['company'] } },
    },
  ];

  it('is suggested when all required fields have a column', () => {
    expect(suggestKind(kinds, 'x.csv', ['SKU', 'Name', 'Colour'])).toEqual({
      kind: 'products',
      mapping: { code: 'SKU', name: 'Name' },
    });
    expect(suggestKind(kinds, 'x.csv', ['Code', 'Company'])).toEqual({
      kind: 'parties',
      mapping: { code: 'Code', name: 'Company' },
    });
    expect(suggestKind(kinds, 'customers.csv', ['Code', 'Name'])?.kind).toBe('parties');
    expect(suggestKind(kinds, 'x.csv', ['Colour'])).toBeNull();
  });

  it('comes from a preset for a known export', () => {
    expect(presetFor(['OrderID', 'ProductID', 'UnitPrice', 'Quantity', 'Discount'])).toMatchObject({
      preset: 'northwind',
      suggestion: { kind: 'sales.invoice_lines' },
    });
    expect(presetFor(['ShipperID', 'CompanyName', 'Phone'])).toBeNull();
  });
});

describe('an import', () => {
  const all: ImportStatus[] = ['uploaded', 'checking', 'checked', 'running', 'completed', 'failed', 'cancelled'];
  it.each([
    ['edit', ['uploaded', 'checked', 'failed']],
    ['check', ['uploaded', 'checked', 'failed']],
    ['run', ['checked']],
    ['cancel', ['uploaded', 'checking', 'checked', 'running', 'failed']],
  ] as const)('can %s only from %s', (step, from) => {
    for (const status of all) {
      if ((from as readonly ImportStatus[]).includes(status)) expect(() => afterStep(status, step)).not.toThrow();
      else expect(() => afterStep(status, step)).toThrow(expect.objectContaining({ code: 'imports.wrong_status' }));
    }
  });
});
