import { csvText } from '@atlas/kernel';
import type { BusinessLetter } from './letter.ts';
import type { Paper, PaperFormat } from './paper.ts';

/** What a format is called where files are sent. */
export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The table alone, as programs read it. The mark in front tells spreadsheets that it is UTF-8. */
function csvOf({ columns, rows }: Paper): Buffer {
  const head = columns.map(({ label }) => label);
  return Buffer.from(`\uFEFF${csvText([head, ...rows.map(({ cells }) => cells.map((cell) => cell ?? ''))])}`);
}

/** A paper as a file. What writes it is read when it is needed: no start waits for it. */
export async function writePaper(format: PaperFormat, paper: Paper): Promise<Uint8Array> {
  if (format === 'csv') return csvOf(paper);
  if (format === 'xlsx') return (await import('./workbook.ts')).workbookOf(paper);
  return (await import('./pdf.ts')).pdfOf(paper);
}

/** A letter as PDF/A-3b. */
export const writeLetter = async (letter: BusinessLetter): Promise<Uint8Array> =>
  (await import('./letter-pdf.ts')).letterPdfOf(letter);
