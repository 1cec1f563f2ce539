import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { isNumeric, type Paper, type PaperColumn, type PaperRow } from './paper.ts';

/** What a spreadsheet can hold as a number without losing a digit: fifteen of them. */
const isExact = (text: string): boolean => text.replace(/^-?0*\.?0*|\.|-/g, '').length <= 15;

const styleOf = ({ look, indent }: PaperRow, index: number) => ({
  ...(look === 'plain' ? {} : { fontWeight: 'bold' as const }),
  ...(index === 1 && indent > 0 ? { indent } : {}),
});

/** An amount shows as many decimals as it is written with: its currency's, whatever those of other rows are. */
function formatOf({ kind }: PaperColumn, text: string): string {
  const decimals = kind === 'percent' ? 1 : (text.split('.')[1] ?? '').length;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** Amounts are numbers. Text is text, whatever it begins with: no cell holds a formula. */
function cellOf(column: PaperColumn, row: PaperRow, index: number): Cell {
  const text = row.cells[index] ?? null;
  if (text === null || text === '') return null;
  const style = styleOf(row, index);
  if (!isNumeric(column) || !isExact(text)) return { value: text, type: String, ...style };
  return { value: Number(text), type: Number, format: formatOf(column, text), ...style };
}

const said = (value: string, strong: boolean): Cell[] => [{ value, type: String, ...(strong ? { fontWeight: 'bold' } : {}) }];

/** A paper as a workbook of one sheet. */
export function workbookOf(paper: Paper): Promise<Uint8Array> {
  const { columns, rows, company, title, about } = paper;
  const head = columns.map(
    (column): Cell => ({ value: column.label, type: String, fontWeight: 'bold', align: isNumeric(column) ? 'right' : 'left' }),
  );
  const above: SheetData = [said(company, false), said(title, true), ...about.map((line) => said(line, false)), []];
  const data: SheetData = [...above, head, ...rows.map((row) => columns.map((column, index) => cellOf(column, row, index)))];
  // A sheet's name may have 31 characters, and some not.
  const sheet = title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const stickyRowsCount = above.length + 1;
  return writeXlsxFile(data, { sheet, stickyRowsCount, columns: columns.map(({ width }) => ({ width })) }).toBuffer();
}
