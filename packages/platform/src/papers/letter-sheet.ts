import { type FontName, inFont } from './fonts.ts';
import type { BusinessLetter } from './letter.ts';
import { pageWordsIn } from './paper.ts';
import { wrapped } from './wrapped.ts';

const millimetre = 72 / 25.4;
export const mm = (count: number): number => count * millimetre;

/** Where things stand on A4, after DIN 5008 form B: the address shows in the window of an envelope. */
export const places = {
  left: mm(25),
  right: mm(190),
  top: mm(15),
  addressTop: mm(50),
  factsLeft: mm(118),
  bodyTop: mm(98),
} as const;
const footSize = 6.5;
const ink = '#111111';
const faint = '#555555';

type Style = { readonly font?: FontName; readonly size?: number; readonly faint?: boolean };

/** A letter while it is drawn: how far down its page is full. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  readonly letter: BusinessLetter;
  y: number;
  /** Columns at the foot, in lines that fit there. */
  foot: readonly { readonly x: number; readonly lines: readonly string[] }[];
  /** Drawn again at the head of each page that follows. */
  carried: (() => void) | null;
};

function useStyle(doc: PDFKit.PDFDocument, { font = 'plain', size = 9, faint: isFaint = false }: Style): void {
  doc
    .font(font)
    .fontSize(size)
    .fillColor(isFaint ? faint : ink);
}

/** A text in lines that fit a width, in the letters of its font. */
export function linesIn({ doc }: Sheet, text: string, width: number, style: Style = {}): string[] {
  useStyle(doc, style);
  return wrapped(inFont(doc, text), width, (part) => doc.widthOfString(part));
}

export function widthIn({ doc }: Sheet, text: string, style: Style = {}): number {
  useStyle(doc, style);
  return doc.widthOfString(inFont(doc, text));
}

/** Draws one line. @param end where it ends, for what is set to the right */
export function drawLine(
  { doc }: Sheet,
  text: string,
  y: number,
  { x, end, ...style }: Style & { x?: number; end?: number },
): void {
  if (text === '') return;
  useStyle(doc, style);
  const shown = inFont(doc, text);
  doc.text(shown, end === undefined ? (x ?? places.left) : end - doc.widthOfString(shown), y, { lineBreak: false });
}

export function rule({ doc }: Sheet, y: number, from: number = places.left, width = 0.5): void {
  doc.moveTo(from, y).lineTo(places.right, y).lineWidth(width).strokeColor(ink).stroke();
}

/** Columns at the foot share its width as they need it. */
function footOf(sheet: Sheet): Sheet['foot'] {
  const style = { size: footSize };
  const needs = sheet.letter.foot.map((lines) => mm(4) + Math.max(0, ...lines.map((line) => widthIn(sheet, line, style))));
  const share = (places.right - places.left) / needs.reduce((sum, need) => sum + need, 0);
  let x: number = places.left;
  return sheet.letter.foot.map((lines, index) => {
    const width = (needs[index] ?? 0) * share;
    const column = { x, lines: lines.flatMap((line) => linesIn(sheet, line, width - mm(2), style)) };
    x += width;
    return column;
  });
}

/** A letter that is yet to be drawn. */
export function newSheet(doc: PDFKit.PDFDocument, letter: BusinessLetter): Sheet {
  const sheet: Sheet = { doc, letter, y: places.top, foot: [], carried: null };
  sheet.foot = footOf(sheet);
  return sheet;
}

const footTop = ({ doc, foot }: Sheet): number =>
  doc.page.height - mm(16) - Math.max(0, ...foot.map(({ lines }) => lines.length)) * (footSize + 2);

/** Whether so much fits below what is there. */
export const fits = (sheet: Sheet, height: number): boolean => sheet.y + height <= footTop(sheet) - mm(4);

/** Goes on to a page with a small head: who writes, and what this is. */
export function turnPage(sheet: Sheet): void {
  const { doc, letter } = sheet;
  doc.addPage();
  const title = letter.title;
  drawLine(sheet, title, places.top, { end: places.right, size: 8 });
  const room = places.right - places.left - widthIn(sheet, title, { size: 8 }) - mm(6);
  drawLine(sheet, linesIn(sheet, letter.sender.name, room, { size: 8 })[0] ?? '', places.top, { size: 8 });
  rule(sheet, places.top + 12);
  sheet.y = places.top + 24;
  sheet.carried?.();
}

/** Makes sure that so much fits: on the next page, if need be. */
export function ensure(sheet: Sheet, height: number): void {
  if (!fits(sheet, height)) turnPage(sheet);
}

/** Draws paragraphs, which go on over as many pages as they need. */
export function drawParagraphs(sheet: Sheet, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) {
    for (const line of linesIn(sheet, paragraph, places.right - places.left)) {
      ensure(sheet, 12);
      drawLine(sheet, line, sheet.y, {});
      sheet.y += 12;
    }
    sheet.y += 5;
  }
}

/** Draws the foot of each page: who writes, and which page of how many it is. */
export function drawFeet(sheet: Sheet): void {
  const { doc, letter } = sheet;
  const { count } = doc.bufferedPageRange();
  const pageWords = pageWordsIn(letter.locale);
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    const top = footTop(sheet);
    rule(sheet, top - 5, places.left, 0.25);
    for (const { x, lines } of sheet.foot)
      for (const [row, line] of lines.entries())
        drawLine(sheet, line, top + row * (footSize + 2), { x, size: footSize, faint: true });
    drawLine(sheet, pageWords(index + 1, count), doc.page.height - mm(10), { end: places.right, size: 7, faint: true });
  }
}
