import { setImmediate } from 'node:timers/promises';
import type { LetterColumn, LetterSum } from './letter.ts';
import { drawLine, ensure, fits, linesIn, mm, places, rule, type Sheet, turnPage, widthIn } from './letter-sheet.ts';

/** So many rows are drawn before others get a turn. */
const rowsATurn = 200;
const gap = 9;
/** What a column of text is never narrower than. */
const leastText = mm(38);
/** Sums up to this height stay together on a page. */
const mostTogether = mm(90);

type Columns = { readonly widths: readonly number[]; readonly size: number };
type Row = readonly string[];

/** Columns of figures are as wide as their widest, text shares what is left; letters are as large as that leaves room for. */
function columnsOf(sheet: Sheet): Columns {
  const { columns, rows } = sheet.letter;
  const whole = places.right - places.left;
  const textCount = columns.filter(({ kind }) => kind === 'text').length;
  const at = (size: number) => {
    const figures = columns.map(({ kind, label }, index) => {
      if (kind === 'text') return 0;
      const cells = rows.map((row) => widthIn(sheet, row[index] ?? '', { size }));
      return cells.reduce((a, b) => Math.max(a, b), widthIn(sheet, label, { size, font: 'bold' })) + gap;
    });
    const left = (whole - figures.reduce((a, b) => a + b, 0)) / Math.max(1, textCount);
    return { size, left, widths: columns.map(({ kind }, index) => (kind === 'text' ? left : (figures[index] ?? 0))) };
  };
  for (const size of [9, 8, 7, 6]) {
    const tried = at(size);
    if (tried.left >= leastText) return tried;
  }
  return at(5);
}

/** Draws cells beside each other, from the left. */
function drawCells(
  sheet: Sheet,
  { widths, size }: Columns,
  columns: readonly LetterColumn[],
  cells: readonly (readonly string[])[],
  font: 'plain' | 'bold',
) {
  let x: number = places.left;
  for (const [index, { kind }] of columns.entries()) {
    const width = widths[index] ?? 0;
    for (const [row, line] of (cells[index] ?? []).entries()) {
      const isFirst = index === 0;
      const place = kind === 'text' ? { x } : { end: x + width - (isFirst ? gap : 0) };
      drawLine(sheet, line, sheet.y + row * (size + 3), { ...place, size, font });
    }
    x += width;
  }
}

function drawHead(sheet: Sheet, table: Columns): void {
  const { columns } = sheet.letter;
  drawCells(
    sheet,
    table,
    columns,
    columns.map(({ label }) => [label]),
    'bold',
  );
  sheet.y += table.size + 5;
  rule(sheet, sheet.y);
  sheet.y += 5;
}

function drawRow(sheet: Sheet, table: Columns, row: Row): void {
  const { columns } = sheet.letter;
  const { widths, size } = table;
  const cells = columns.map(({ kind }, index) => {
    const text = row[index] ?? '';
    return kind === 'text' ? linesIn(sheet, text, (widths[index] ?? 0) - gap, { size }) : [text];
  });
  const height = Math.max(...cells.map((lines) => lines.length)) * (size + 3) + 3;
  ensure(sheet, height);
  drawCells(sheet, table, columns, cells, 'plain');
  sheet.y += height;
}

/** Draws the table; its head stands on each page that it takes. */
export async function drawTable(sheet: Sheet): Promise<void> {
  const { columns, rows } = sheet.letter;
  if (columns.length === 0) return;
  const table = columnsOf(sheet);
  // A head is not left alone at the end of a page.
  ensure(sheet, 4 * (table.size + 5));
  drawHead(sheet, table);
  sheet.carried = () => drawHead(sheet, table);
  for (const [index, row] of rows.entries()) {
    if (index % rowsATurn === rowsATurn - 1) await setImmediate();
    drawRow(sheet, table, row);
  }
  sheet.carried = null;
  rule(sheet, sheet.y);
  sheet.y += 7;
}

const sumsLeft = places.left + mm(62);

function drawSum(sheet: Sheet, { label, value, look }: LetterSum): void {
  const font = look === 'strong' ? 'bold' : 'plain';
  const room = places.right - sumsLeft - widthIn(sheet, value, { font }) - gap;
  const lines = linesIn(sheet, label, room, { font });
  ensure(sheet, lines.length * 12 + 6);
  if (look === 'strong') {
    rule(sheet, sheet.y, sumsLeft);
    sheet.y += 5;
  }
  for (const [index, line] of lines.entries()) {
    drawLine(sheet, line, sheet.y, { x: sumsLeft, font });
    if (index < lines.length - 1) sheet.y += 12;
  }
  drawLine(sheet, value, sheet.y, { end: places.right, font });
  sheet.y += 14;
}

/** Draws the sums below the table, on one page where they are few. */
export function drawSums(sheet: Sheet): void {
  const { sums } = sheet.letter;
  const height = sums.length * 16 + 10;
  if (height <= mostTogether && !fits(sheet, height)) turnPage(sheet);
  for (const sum of sums) drawSum(sheet, sum);
}
