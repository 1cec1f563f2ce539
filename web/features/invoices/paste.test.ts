import { describe, expect, it } from 'vitest';
import { blankLine } from './draft.ts';
import { cellsOf, pasteInto } from './paste.ts';

describe('pasting from a spreadsheet', () => {
  it('leaves plain text to the field', () => expect(cellsOf('just a word')).toBeNull());

  it('fills lines from the cell it begins in, adds lines and keeps one blank at the end', () => {
    const cells = cellsOf('Chai\t2\t1.234,50\r\nTea\t3\t4\r\n') ?? [];
    const { lines } = pasteInto([blankLine()], cells, { row: 0, column: 'description' }, ',');
    expect(lines.map(({ description, quantity, unitPrice }) => [description, quantity, unitPrice])).toEqual([
      ['Chai', '2', '1234.5'],
      ['Tea', '3', '4'],
      ['', '', ''],
    ]);
  });

  it('names the products to look up by the line they belong to', () => {
    const { lines, products } = pasteInto([blankLine()], cellsOf('A1\t\t2\nB2\t\t5') ?? [], { row: 0, column: 'product' }, '.');
    expect(products).toEqual([
      { key: lines[0]?.key, text: 'A1' },
      { key: lines[1]?.key, text: 'B2' },
    ]);
  });
});
