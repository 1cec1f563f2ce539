import type { getBudget } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { add, decimal, decimalText, zero } from '@atlas/kernel';

export type Budget = Output<typeof getBudget>;

/** A line as it is typed: amounts are decimal text, or whatever was typed instead. */
export type GridLine = {
  readonly key: string;
  readonly accountId: string;
  readonly valueId: string;
  readonly amounts: readonly string[];
};

export const blankLine = (periods: number): GridLine => ({
  key: crypto.randomUUID(),
  accountId: '',
  valueId: '',
  amounts: Array.from({ length: periods }, () => ''),
});

/** Whether something was typed into a line; blank lines are not sent. */
export const isFilled = ({ accountId, valueId, amounts }: GridLine): boolean =>
  accountId !== '' || valueId !== '' || amounts.some((amount) => amount !== '');

/** Lines with a blank one at the end, to go on typing. */
export function withBlankEnd(lines: readonly GridLine[], periods: number): GridLine[] {
  const last = lines.at(-1);
  return last && !isFilled(last) ? [...lines] : [...lines, blankLine(periods)];
}

const isNothing = (amount: string): boolean => /^0+(\.0+)?$/.test(amount);

export const gridOf = ({ lines, periods }: Pick<Budget, 'lines' | 'periods'>): GridLine[] =>
  withBlankEnd(
    lines.map(({ accountId, valueId, amounts }) => ({
      key: crypto.randomUUID(),
      accountId,
      valueId: valueId ?? '',
      amounts: amounts.map((amount) => (isNothing(amount) ? '' : amount)),
    })),
    periods.length,
  );

/** The lines as the API takes them. */
export const linesInput = (lines: readonly GridLine[]) =>
  lines.filter(isFilled).map(({ accountId, valueId, amounts }) => ({
    accountId,
    valueId: valueId || null,
    amounts: amounts.map((amount) => amount || '0'),
  }));

const isAmount = (text: string): boolean => /^-?\d{1,15}(\.\d{1,9})?$/.test(text);

/** What a line comes to in the year; what is no number counts as nothing. */
export const totalOf = ({ amounts }: GridLine): string =>
  decimalText(amounts.filter(isAmount).reduce((sum, amount) => add(sum, decimal(amount)), zero));

/** What pasted text stands for; empty for what is not found. */
export type PasteReader = Readonly<Record<'account' | 'value' | 'amount', (text: string) => string>>;

/**
 * Puts pasted cells into lines from a row and column on: the account, the value where there are values, then the amounts.
 *
 * @param fixed how many columns stand before the amounts
 */
export function pasteInto(
  lines: readonly GridLine[],
  cells: readonly (readonly string[])[],
  from: { readonly row: number; readonly column: number },
  fixed: 1 | 2,
  read: PasteReader,
): GridLine[] {
  const periods = lines[0]?.amounts.length ?? 0;
  const next = [...lines];
  for (const [offset, row] of cells.entries()) {
    let line = next[from.row + offset] ?? blankLine(periods);
    for (const [position, cell] of row.entries()) {
      const column = from.column + position;
      if (cell === '') continue;
      if (column === 0) line = { ...line, accountId: read.account(cell) || line.accountId };
      else if (column < fixed) line = { ...line, valueId: read.value(cell) || line.valueId };
      else
        line = { ...line, amounts: line.amounts.map((amount, index) => (index === column - fixed ? read.amount(cell) : amount)) };
    }
    next[from.row + offset] = line;
  }
  return withBlankEnd(next, periods);
}
