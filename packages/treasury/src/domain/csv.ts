import { add, compare, decimal, decimalText, subtract } from '@atlas/kernel';
import { negated } from './amounts.ts';
import { csvAmount, csvDay } from './csv-cells.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { type Balance, type Entry, type Statement, tidy } from './statement.ts';

/** A line of the file with its number, from one. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const cellOf = ({ cells }: CsvRow, column: number | null): string => (column === null ? '' : (cells[column - 1] ?? ''));

/** The amount with its sign, however the bank says the direction. */
function amountOf(row: CsvRow, mapping: CsvMapping): string | null {
  const read = (column: number | null) => csvAmount(cellOf(row, column), mapping.decimalMark);
  if (mapping.amount !== null) {
    const amount = read(mapping.amount);
    const isDebit = mapping.debitMarks.some((mark) => mark.toLowerCase() === cellOf(row, mapping.mark).trim().toLowerCase());
    return amount !== null && mapping.mark !== null && isDebit && !amount.startsWith('-') ? negated(amount) : amount;
  }
  const [debit, credit] = [read(mapping.debit), read(mapping.credit)];
  const taken = debit === null ? null : debit.startsWith('-') ? debit : negated(debit);
  if (taken !== null && credit !== null) return decimalText(add(decimal(taken), decimal(credit)));
  return taken ?? credit;
}

function readRow(row: CsvRow, mapping: CsvMapping): Entry {
  return {
    position: row.line,
    status: 'booked',
    bookingDate: csvDay(cellOf(row, mapping.bookingDate), mapping.dateFormat),
    valueDate: mapping.valueDate === null ? null : csvDay(cellOf(row, mapping.valueDate), mapping.dateFormat),
    amount: amountOf(row, mapping),
    currency: tidy(cellOf(row, mapping.currency))?.toUpperCase() ?? null,
    code: null,
    bankReference: tidy(cellOf(row, mapping.bankReference)),
    reference: tidy(cellOf(row, mapping.reference)),
    counterparty: { name: tidy(cellOf(row, mapping.counterpartyName)), account: tidy(cellOf(row, mapping.counterpartyAccount)) },
    text: tidy(mapping.text.map((column) => cellOf(row, column)).join(' ')) ?? '',
    isReversal: false,
    details: [],
  };
}

type Balanced = { readonly entry: Entry; readonly amount: string; readonly balance: string | null };

/** How often the balance of a line is that of the line before it and its amount. */
const chained = (lines: readonly Balanced[]): number =>
  lines.filter(({ balance, amount }, index) => {
    const before = lines[index - 1]?.balance ?? null;
    return before !== null && balance !== null && compare(add(decimal(before), decimal(amount)), decimal(balance)) === 0;
  }).length;

/** The lines, oldest first: as their balances go on, or else as their days do. */
function oldestFirst(lines: readonly Balanced[]): readonly Balanced[] {
  const backwards = lines.toReversed();
  const difference = chained(lines) - chained(backwards);
  if (difference !== 0) return difference > 0 ? lines : backwards;
  const [first, last] = [lines[0], lines.at(-1)].map((line) => line?.entry.bookingDate ?? '');
  return (first ?? '') > (last ?? '') ? backwards : lines;
}

const summed = (lines: readonly Balanced[]) => lines.reduce((sum, { amount }) => add(sum, decimal(amount)), decimal('0'));

/** Opening and closing, from the balances that lines carry, all of them or the last of each day; the newest may stand first or last. */
function balancesOf(rows: readonly CsvRow[], entries: readonly Entry[], mapping: CsvMapping): Balance[] {
  const lines = entries.flatMap((entry, index): Balanced[] => {
    const balance = csvAmount(cellOf(rows[index] as CsvRow, mapping.balance), mapping.decimalMark);
    return entry.amount === null ? [] : [{ entry, amount: entry.amount, balance }];
  });
  const inOrder = oldestFirst(lines);
  const known = inOrder.flatMap(({ balance }, index) => (balance === null ? [] : [{ balance: decimal(balance), index }]));
  const [from, until] = [known[0], known.at(-1)];
  if (!from || !until) return [];
  const opening = decimalText(subtract(from.balance, summed(inOrder.slice(0, from.index + 1))));
  const closing = decimalText(add(until.balance, summed(inOrder.slice(until.index + 1))));
  const [oldest, newest] = [inOrder[0], inOrder.at(-1)].map((line) => line?.entry.bookingDate ?? null);
  return [
    { kind: 'opening', code: 'first', amount: opening, currency: null, date: oldest ?? null },
    { kind: 'closing', code: 'last', amount: closing, currency: null, date: newest ?? null },
  ];
}

/** Whether a row begins behind the lines that the mapping calls headings; a quoted cell may go on over several lines. */
const isMovement =
  ({ headerLines }: CsvMapping) =>
  ({ line, cells }: CsvRow): boolean =>
    line - (cells.join('').match(/\n/g)?.length ?? 0) > headerLines && cells.some((cell) => cell.trim() !== '');

/** Reads the rows of a bank's table as one statement, by the mapping that its account keeps. Null when there are none. */
export function readCsv(all: readonly CsvRow[], mapping: CsvMapping): Statement[] | null {
  const rows = all.filter(isMovement(mapping));
  if (rows.length === 0) return null;
  const entries = rows.map((row) => readRow(row, mapping));
  const days = entries.flatMap(({ bookingDate }) => bookingDate ?? []).sort();
  const balances = mapping.balance === null ? [] : balancesOf(rows, entries, mapping);
  return [
    {
      account: null,
      currency: null,
      reference: null,
      number: null,
      startsOn: days[0] ?? null,
      endsOn: days.at(-1) ?? null,
      balances,
      entries,
      sums: [],
      unreadable: [],
    },
  ];
}
