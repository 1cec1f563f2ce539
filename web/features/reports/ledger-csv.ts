import { csvText, type MoneyJson } from '@atlas/kernel';

export type LedgerCsvWords = Readonly<
  Record<'date' | 'entry' | 'description' | 'party' | 'debit' | 'credit' | 'balance' | 'opening' | 'closing', string>
>;

type Line = {
  date: string;
  number: string;
  description: string;
  partyName: string | null;
  debit: MoneyJson | null;
  credit: MoneyJson | null;
  balance: MoneyJson;
};

/** An account's ledger as CSV, between its opening and its closing balance. */
export function ledgerCsv(lines: readonly Line[], opening: MoneyJson, closing: MoneyJson, words: LedgerCsvWords): string {
  const { date, entry, description, party, debit, credit, balance } = words;
  return csvText([
    [date, entry, description, party, debit, credit, balance],
    ['', '', words.opening, '', '', '', opening.amount],
    ...lines.map((line) => [
      line.date,
      line.number,
      line.description,
      line.partyName ?? '',
      line.debit?.amount ?? '',
      line.credit?.amount ?? '',
      line.balance.amount,
    ]),
    ['', '', words.closing, '', '', '', closing.amount],
  ]);
}
