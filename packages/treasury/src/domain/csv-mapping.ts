/** How one bank writes its CSV files. Columns count from one. */
export type CsvMapping = {
  readonly delimiter: string;
  /** Lines before the first movement. */
  readonly headerLines: number;
  /** `DD.MM.YYYY`, `YYYYMMDD`, `M/D/YY`. */
  readonly dateFormat: string;
  readonly decimalMark: 'point' | 'comma';
  readonly bookingDate: number;
  readonly valueDate: number | null;
  /** One column with a sign; or one, and beside it a column that says which ones are debits; or a column for each direction. */
  readonly amount: number | null;
  readonly mark: number | null;
  readonly debitMarks: readonly string[];
  readonly debit: number | null;
  readonly credit: number | null;
  readonly balance: number | null;
  readonly currency: number | null;
  readonly text: readonly number[];
  readonly counterpartyName: number | null;
  readonly counterpartyAccount: number | null;
  readonly reference: number | null;
  readonly bankReference: number | null;
};

/** Why a mapping cannot read anything, or null. */
export function mappingFault(mapping: CsvMapping): 'no_amount' | 'two_amounts' | 'no_date' | null {
  const { amount, debit, credit, dateFormat } = mapping;
  if (amount === null && debit === null && credit === null) return 'no_amount';
  if (amount !== null && (debit !== null || credit !== null)) return 'two_amounts';
  return /Y{2}/.test(dateFormat) && /M/.test(dateFormat) && /D/.test(dateFormat) ? null : 'no_date';
}
