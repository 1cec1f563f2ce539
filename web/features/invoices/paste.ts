import { decimalText } from '@atlas/kernel';
import { typedNumber } from '@/lib/calculate.ts';
import { blankLine, type DraftLine, withBlankEnd } from './draft.ts';

/** The columns of the grid that text can be pasted into, in their order. */
export const gridColumns = ['product', 'description', 'quantity', 'unitPrice', 'discount'] as const;
export type GridColumn = (typeof gridColumns)[number];

/** Rows and cells as spreadsheets put them on the clipboard; null when it is plain text for one field. */
export function cellsOf(clipboard: string): string[][] | null {
  const text = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(text)) return null;
  return text.split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
}

const numeric = (cell: string, mark: '.' | ','): string => {
  const value = typedNumber(cell.replace(/[%€$£¥]/g, '').trim(), mark);
  return value ? decimalText(value) : cell;
};

/** Puts pasted cells into lines from a row and column on. What was pasted as a product is still to be looked up. */
export function pasteInto(
  lines: readonly DraftLine[],
  cells: readonly (readonly string[])[],
  from: { row: number; column: GridColumn },
  mark: '.' | ',',
): { lines: DraftLine[]; products: { key: string; text: string }[] } {
  const first = gridColumns.indexOf(from.column);
  const next = [...lines];
  const products: { key: string; text: string }[] = [];
  cells.forEach((row, offset) => {
    const line: DraftLine = { ...(next[from.row + offset] ?? blankLine()) };
    row.forEach((cell, position) => {
      const column = gridColumns[first + position];
      if (column === undefined || cell === '') return;
      if (column === 'product') products.push({ key: line.key, text: cell });
      else line[column] = column === 'description' ? cell : numeric(cell, mark);
    });
    next[from.row + offset] = line;
  });
  return { lines: withBlankEnd(next), products };
}
