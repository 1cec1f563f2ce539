import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the kind of a file', () => {
  it.each([
    ['receipt.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['SCAN.JPG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['invoice.xml', bytes('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>'), 'text/plain'],
    ['lines.csv', bytes('a,b\r\n1,ä\n'), 'text/csv'],
    ['sheet.xlsx', bytes('PK\u0003\u0004'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%s is known by its name and its bytes', (name, head, contentType) => {
    expect(fileKind(name, head)).toBe(contentType);
  });

  it.each([
    ['a page that says it is a PDF', 'receipt.pdf', bytes('<html><script>')],
    ['a page', 'page.html', bytes('<html>')],
    ['a picture with scripts', 'logo.svg', bytes('<svg xmlns=')],
    ['a program', 'run.exe', bytes('MZ')],
    ['a program called text', 'notes.txt', Uint8Array.of(0x4d, 0x5a, 0x00, 0x03)],
    ['a file without an ending', 'constructor', bytes('a')],
    ['nothing at all', 'empty.txt', new Uint8Array()],
  ])('%s is none that is taken', (_what, name, head) => {
    expect(fileKind(name, head)).toBeNull();
  });
});
