import { archivalDocument } from './archival-document.ts';
import { bytesOf } from './bytes-of.ts';
import type { BusinessLetter } from './letter.ts';
import { drawFeet, drawLine, drawParagraphs, linesIn, mm, newSheet, places, type Sheet } from './letter-sheet.ts';
import { drawSums, drawTable } from './letter-table.ts';

/** Draws lines below each other. @returns where they end */
function drawBlock(
  sheet: Sheet,
  lines: readonly string[],
  { x, y, step, size }: Record<'x' | 'y' | 'step' | 'size', number>,
): number {
  for (const [index, line] of lines.entries()) drawLine(sheet, line, y + index * step, { x, size });
  return y + lines.length * step;
}

/** Who writes, above all, and where it goes back to, small above the address. */
function drawSender(sheet: Sheet): void {
  const { name, lines } = sheet.letter.sender;
  const width = places.right - places.left;
  const [first = '', ...more] = linesIn(sheet, name, width, { font: 'bold', size: 13 });
  drawLine(sheet, more.length > 0 ? `${first} …` : first, places.top, { font: 'bold', size: 13 });
  const back = linesIn(sheet, [name, ...lines].join(' · '), mm(85), { size: 6.5 })[0] ?? '';
  drawLine(sheet, back, places.addressTop - 11, { size: 6.5, faint: true });
}

/** Whom it is to. @returns where that ends */
function drawAddress(sheet: Sheet): number {
  const lines = sheet.letter.address.flatMap((line) => linesIn(sheet, line, mm(85), { size: 9.5 }));
  return drawBlock(sheet, lines, { x: places.left, y: places.addressTop + 4, step: 12.5, size: 9.5 });
}

/** Numbers and days beside the address. @returns where they end */
function drawFacts(sheet: Sheet): number {
  const { facts } = sheet.letter;
  const labels = mm(30);
  let y: number = places.addressTop - 11;
  for (const [label, value] of facts) {
    const said = linesIn(sheet, label, labels - mm(2), { size: 8 });
    const lines = linesIn(sheet, value, places.right - places.factsLeft - labels, { size: 8.5 });
    for (const [index, line] of said.entries())
      drawLine(sheet, line, y + index * 11.5, { x: places.factsLeft, size: 8, faint: true });
    for (const [index, line] of lines.entries()) drawLine(sheet, line, y + index * 11.5, { end: places.right, size: 8.5 });
    y += Math.max(said.length, lines.length) * 11.5 + 1.5;
  }
  return y;
}

/** A letter as PDF/A-3b: the same letter is the same bytes. Its head stands small on each page that follows, and its foot on all. */
export async function letterPdfOf(letter: BusinessLetter): Promise<Uint8Array> {
  const doc = archivalDocument(letter);
  const bytes = bytesOf(doc);
  const sheet = newSheet(doc, letter);
  drawSender(sheet);
  const ends = [drawAddress(sheet), drawFacts(sheet)];
  sheet.y = Math.max(places.bodyTop, ...ends.map((end) => end + mm(6)));
  for (const line of linesIn(sheet, letter.title, places.right - places.left, { font: 'bold', size: 14 })) {
    drawLine(sheet, line, sheet.y, { font: 'bold', size: 14 });
    sheet.y += 18;
  }
  sheet.y += 6;
  drawParagraphs(sheet, letter.text);
  sheet.y += 4;
  await drawTable(sheet);
  drawSums(sheet);
  sheet.y += 12;
  drawParagraphs(sheet, letter.closing);
  drawFeet(sheet);
  doc.end();
  return bytes;
}
