/** Digits with at most one sign and one point: a spreadsheet reads it as a number and computes nothing. */
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** What spreadsheets take for the start of a formula, also behind a tab or a carriage return. */
const formulaStart = /^[=+\-@\t\r]/;

/** One cell by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: string): string {
  const safe = formulaStart.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV by RFC 4180: commas, CRLF, quotes where needed. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
