import type { getJournalDraft } from '@atlas/accounting/contract';
import { add, compare, type Decimal, decimal, decimalText, subtract, zero } from '@atlas/kernel';
import type { z } from 'zod';

export type SavedDraft = z.output<typeof getJournalDraft.output>;
type SavedLine = SavedDraft['lines'][number];

/** A line as it is typed. Amounts are decimal text or whatever was typed instead. */
export type DraftLine = {
  key: string;
  accountId: string;
  description: string;
  debit: string;
  credit: string;
  dimensions: SavedLine['dimensions'];
  /** What the form has no field for, kept as it was. */
  rest: Pick<SavedLine, 'partyId'>;
};

export type Draft = { date: string; description: string; reverseOn: string; lines: readonly DraftLine[] };

export const blankLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  accountId: '',
  description: '',
  debit: '',
  credit: '',
  dimensions: [],
  rest: { partyId: null },
});

/** Whether something was typed into a line; blank lines are not sent. */
export const isFilled = ({ accountId, description, debit, credit }: DraftLine): boolean =>
  [accountId, description, debit, credit].some((text) => text !== '');

/** Lines with a blank one at the end, to go on typing. */
export function withBlankEnd(lines: readonly DraftLine[]): DraftLine[] {
  const last = lines.at(-1);
  return last && !isFilled(last) ? [...lines] : [...lines, blankLine()];
}

export const freshDraft = (today: string): Draft => ({
  date: today,
  description: '',
  reverseOn: '',
  lines: [blankLine(), blankLine()],
});

export const draftOf = ({ date, description, reverseOn, lines }: SavedDraft): Draft => ({
  date,
  description,
  reverseOn: reverseOn ?? '',
  lines: withBlankEnd(
    lines.map(({ accountId, description: text, debit, credit, partyId, dimensions }) => ({
      key: crypto.randomUUID(),
      accountId: accountId ?? '',
      description: text ?? '',
      debit: debit ?? '',
      credit: credit ?? '',
      dimensions,
      rest: { partyId },
    })),
  ),
});

/** The draft as the API takes it. */
export const draftInput = ({ date, description, reverseOn, lines }: Draft) => ({
  date,
  description,
  reverseOn: reverseOn || null,
  lines: lines.filter(isFilled).map(({ accountId, description: text, debit, credit, dimensions, rest }) => ({
    ...rest,
    dimensions,
    accountId: accountId || null,
    description: text || null,
    debit: debit || null,
    credit: credit || null,
  })),
});

const amountOf = (text: string): Decimal => (/^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? decimal(text) : zero);

/** Both sides, and by how much the one that is larger is. */
export function balanceOf(lines: readonly DraftLine[]): {
  debit: string;
  credit: string;
  difference: string;
  side: 'debit' | 'credit' | null;
} {
  const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => add(total, amountOf(line[side])), zero);
  const [debit, credit] = [sum('debit'), sum('credit')];
  const order = compare(debit, credit);
  const difference = order < 0 ? subtract(credit, debit) : subtract(debit, credit);
  return {
    debit: decimalText(debit),
    credit: decimalText(credit),
    difference: decimalText(difference),
    side: order === 0 ? null : order > 0 ? 'debit' : 'credit',
  };
}

/** The columns that text can be pasted into, in their order. */
export const gridColumns = ['account', 'description', 'debit', 'credit'] as const;

/** Puts pasted cells into lines from a row and column on. */
export function pasteInto(
  lines: readonly DraftLine[],
  cells: readonly (readonly string[])[],
  from: { row: number; column: number },
  read: { account: (text: string) => string; amount: (text: string) => string },
): DraftLine[] {
  const next = [...lines];
  for (const [offset, row] of cells.entries()) {
    const line: DraftLine = { ...(next[from.row + offset] ?? blankLine()) };
    for (const [position, cell] of row.entries()) {
      const column = gridColumns[from.column + position];
      if (column === undefined || cell === '') continue;
      if (column === 'account') line.accountId = read.account(cell) || line.accountId;
      else line[column] = column === 'description' ? cell : read.amount(cell);
    }
    next[from.row + offset] = line;
  }
  return withBlankEnd(next);
}
