import type { readStatement } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { amountText, currency, type MoneyJson, moneyFromJson, subtractMoney } from '@atlas/kernel';

export type Statement = Output<typeof readStatement>;
export type StatementLine = Statement['lines'][number];
export type StatementColumn = Statement['columns'][number];

/** What is left of an amount when another is taken away. */
export const difference = (a: MoneyJson, b: MoneyJson): MoneyJson => ({
  amount: amountText(subtractMoney(moneyFromJson(a), moneyFromJson(b))),
  currency: currency(a.currency),
});

export const isZero = ({ amount }: MoneyJson): boolean => !/[1-9]/.test(amount);

/** Whether anything was posted that the statement tells. */
export const isEmptyStatement = ({ lines }: Statement): boolean =>
  lines.every(({ kind, cells }) => kind !== 'account' && (kind !== 'item' || cells.every((cell) => !/[1-9]/.test(cell ?? ''))));

/** The lines that are seen while some are closed: nothing of what lies below those, up to the total of a section. */
export function seenLines(lines: readonly StatementLine[], closed: ReadonlySet<string>): StatementLine[] {
  let below: number | null = null;
  return lines.filter(({ key, kind, level }) => {
    if (below !== null && (level <= below || kind === 'total' || kind === 'grand')) below = null;
    if (below !== null) return false;
    if (closed.has(key)) below = level;
    return true;
  });
}

/** Lines that have others below them. */
export const closable = (lines: readonly StatementLine[]): StatementLine[] =>
  lines.filter(({ kind, level }, index) => {
    const next = lines[index + 1];
    return (kind === 'section' || kind === 'heading') && next !== undefined && next.level > level;
  });

/** A figure of the chart: what one column or one section comes to. */
export type StatementBar = { readonly key: string; readonly line: StatementLine; readonly index: number };

const mainLabels: Readonly<Record<Statement['kind'], StatementLine['label']>> = {
  trial_balance: 'total',
  profit_and_loss: 'profit',
  balance_sheet: 'total_asset',
  cash_flow: 'net_change',
};

/** What a chart draws: the main figure of each column, or of a single column its totals. */
export function barsOf({ kind, columns, lines }: Statement): StatementBar[] {
  const amounts = columns.flatMap(({ measure }, index) => (measure === 'amount' ? [index] : []));
  if (amounts.length > 1) {
    const line = lines.find(({ label }) => label === mainLabels[kind]);
    return line ? amounts.map((index) => ({ key: `column-${index}`, line, index })) : [];
  }
  return lines.filter((line) => line.kind === 'total').map((line) => ({ key: line.key, line, index: 0 }));
}
