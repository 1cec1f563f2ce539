import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { bytesOf } from './bytes-of.ts';
import { dayText, figureText } from './figures.ts';
import { useFonts } from './fonts.ts';
import { mm, places } from './letter-sheet.ts';
import { isNumeric, type Paper, type PaperColumn, type PaperRow } from './paper.ts';
import { wrapped } from './wrapped.ts';

type Page = {
  readonly doc: PDFKit.PDFDocument;
  readonly paper: Paper;
  readonly widths: readonly number[];
  readonly size: number;
  readonly margin: number;
};

const margins = { table: 40, letter: places.left } as const;
const footHeight = 24;
/** So many rows are drawn before others get a turn. */
const rowsATurn = 200;

const shown = (column: PaperColumn, text: string, { locale }: Paper): string => {
  if (isNumeric(column)) return figureText(text, locale);
  return column.kind === 'date' && text !== '' ? dayText(text, locale) : text;
};

/** As much of a text as fits. */
function fitted(doc: PDFKit.PDFDocument, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  let [fits, over] = [0, text.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (doc.widthOfString(`${text.slice(0, middle)}…`) <= width) fits = middle;
    else over = middle;
  }
  return `${text.slice(0, fits)}…`;
}

function cellsAt({ doc, paper, widths, margin }: Page, y: number, cells: readonly (string | null)[], indent: number): void {
  let x = margin;
  for (const [index, column] of paper.columns.entries()) {
    const width = (widths[index] ?? 0) - 6;
    const shift = index === 1 ? indent * 8 : 0;
    const text = cells[index] ?? '';
    // Figures are never cut: a column of them is as wide as its widest.
    const drawn = isNumeric(column) ? text : fitted(doc, text, width - shift);
    const from = isNumeric(column) ? x + width - doc.widthOfString(drawn) : x + shift;
    if (drawn !== '') doc.text(drawn, from, y, { lineBreak: false });
    x += widths[index] ?? 0;
  }
}

/** The words of a letter, broken into lines; they take pages of their own where one does not hold them. @returns where they end */
function wordsOf({ doc, paper, margin }: Page, y: number): number {
  const width = doc.page.width - 2 * margin;
  doc.y = y;
  for (const paragraph of paper.text ?? []) doc.text(paragraph, margin, doc.y, { width }).moveDown(0.6);
  return doc.y;
}

/** Whom a letter is to, in the window of an envelope. @returns where its title stands */
function addressOf({ doc, margin }: Page, address: readonly string[]): number {
  let y: number = places.addressTop;
  doc.fontSize(9.5);
  for (const line of address.flatMap((each) => wrapped(each, mm(85), (text) => doc.widthOfString(text)))) {
    doc.text(line, margin, y, { lineBreak: false });
    y += 12.5;
  }
  return Math.max(places.bodyTop, y + mm(6));
}

/** The head of a page; on the first one also what a letter says. @returns where its rows begin */
function headOf(page: Page, isFirst = false): number {
  const { doc, paper, size, margin } = page;
  const width = doc.page.width - 2 * margin;
  doc
    .font('plain')
    .fontSize(9)
    .text(fitted(doc, paper.company, width), margin, margins.table, { lineBreak: false });
  let y = isFirst && paper.address ? addressOf(page, paper.address) : margins.table + 14;
  doc
    .font('bold')
    .fontSize(14)
    .text(fitted(doc, paper.title, width), margin, y, { lineBreak: false });
  doc.font('plain').fontSize(9);
  y += 20;
  for (const line of paper.about) {
    doc.text(fitted(doc, line, width), margin, y, { lineBreak: false });
    y += 12;
  }
  y += 8;
  if (isFirst && paper.text) y = wordsOf(page, y + 8) + 8;
  doc.font('bold').fontSize(size);
  cellsAt(
    page,
    y,
    paper.columns.map(({ label }) => label),
    0,
  );
  y += size + 4;
  doc
    .moveTo(margin, y)
    .lineTo(doc.page.width - margin, y)
    .lineWidth(0.5)
    .stroke();
  return y + 4;
}

const rowShown = ({ paper }: Page, row: PaperRow): (string | null)[] =>
  paper.columns.map((column, index) => {
    const text = row.cells[index] ?? null;
    return text === null ? null : shown(column, text, paper);
  });

async function drawRows(page: Page): Promise<void> {
  const { doc, paper, size } = page;
  let y = headOf(page, true);
  for (const [index, row] of paper.rows.entries()) {
    if (index % rowsATurn === rowsATurn - 1) await setImmediate();
    if (y + size + 4 > doc.page.height - margins.table - footHeight) {
      doc.addPage();
      y = headOf(page);
    }
    if (row.look === 'title') y += 4;
    doc.font(row.look === 'plain' ? 'plain' : 'bold').fontSize(size);
    cellsAt(page, y, rowShown(page, row), row.indent);
    y += size + 4;
  }
}

function footers({ doc, paper, margin }: Page): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    doc.font('plain').fontSize(8);
    const text = paper.pageWords(index + 1, count);
    // Below the margin, where text would begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.text(text, doc.page.width - margin - doc.widthOfString(text), doc.page.height - margins.table, { lineBreak: false });
  }
}

/** Columns of figures are as wide as their widest, the others share what is left. Null when that is too little. */
function widthsFor(doc: PDFKit.PDFDocument, paper: Paper, size: number, margin: number): number[] | null {
  doc.font('bold').fontSize(size);
  const longest = paper.columns.map((column, index) => {
    if (!isNumeric(column)) return 0;
    const texts = [column.label, ...paper.rows.map(({ cells }) => shown(column, cells[index] ?? '', paper))];
    // Digits are of one width: the longest text is the widest, but for the words of the head.
    const widest = texts.reduce((a, b) => (b.length > a.length ? b : a));
    return Math.max(doc.widthOfString(widest), doc.widthOfString(column.label)) + 10;
  });
  const left = doc.page.width - 2 * margin - longest.reduce((a, b) => a + b, 0);
  const shares = paper.columns.reduce((sum, column) => sum + (isNumeric(column) ? 0 : column.width), 0);
  if (left < shares * size * 0.35) return null;
  return paper.columns.map((column, index) => (isNumeric(column) ? (longest[index] ?? 0) : (left * column.width) / shares));
}

/** A paper as PDF: A4, upright while its columns fit, with its head and the number of the page on each. */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const margin = paper.address ? margins.letter : margins.table;
  for (const [layout, size] of [
    ['portrait', 9],
    ['landscape', 9],
    ['landscape', 7],
    ['landscape', 5],
  ] as const) {
    const info = { Title: paper.title, Author: paper.company, CreationDate: new Date(0) };
    const edges = { left: margin, right: margin, top: margins.table, bottom: margins.table };
    const options = { size: 'A4', layout, margins: edges, bufferPages: true, info, font: '' };
    const doc = new PDFDocument(options);
    useFonts(doc);
    const widths = widthsFor(doc, paper, size, margin);
    if (widths === null && size !== 5) continue;
    const bytes = bytesOf(doc);
    const page = {
      doc,
      paper,
      size,
      margin,
      widths: widths ?? paper.columns.map(() => (doc.page.width - 2 * margin) / paper.columns.length),
    };
    await drawRows(page);
    footers(page);
    doc.end();
    return bytes;
  }
  throw new Error('the last size is taken whatever it is');
}
