import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('quotes what RFC 4180 says and ends every row with CRLF', () => {
  expect(csvText([['a', 'b,c', 'd"e', 'f\ng', '']])).toBe('a,"b,c","d""e","f\ng",\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1', "'+49 30 1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['-1234.50', '-1234.50'],
  ['+5', '+5'],
  ['–', '–'],
])('writes %j so that no spreadsheet runs it: %j', (value, written) => {
  expect(csvText([[value]])).toBe(`${written}\r\n`);
});

test('no cell begins like a formula unless it is a plain number', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const text = csvText([[value]]).slice(0, -2);
      const shown = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
      return !/^[=+\-@\t\r]/.test(shown) || /^[+-]?\d+(\.\d+)?$/.test(shown);
    }),
  );
});
