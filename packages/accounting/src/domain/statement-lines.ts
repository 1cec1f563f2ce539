import type { AccountType } from './chart.ts';

/** An account of the chart as far as statements need it. */
export type ChartNode = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly role: string | null;
  readonly parentId: string | null;
  /** What its movements are in a cash flow; null takes that of the heading above. */
  readonly cashFlow: string | null;
};

/** A line of a statement. Amounts in minor units, one for each figure of each column. */
export type SheetLine = {
  readonly key: string;
  readonly kind: 'section' | 'heading' | 'account' | 'item' | 'total' | 'grand';
  readonly level: number;
  /** What a line that is no account says, in the language of the reader. */
  readonly label: string | null;
  readonly code: string;
  readonly name: string;
  readonly accountId: string | null;
  /** None on a line that only names what follows. */
  readonly amounts: readonly bigint[] | null;
};

export type AccountAmounts = { readonly account: ChartNode; readonly amounts: readonly bigint[] };

/** Sums by place: what stands first in each, second in each, and so on. */
export const sumsOf = (rows: readonly (readonly bigint[])[], width: number): bigint[] =>
  Array.from({ length: width }, (_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0n), 0n));

/** A line that is no account. */
export const said = (
  kind: SheetLine['kind'],
  label: string,
  level: number,
  amounts: readonly bigint[] | null = null,
): SheetLine => ({ key: label, kind, level, label, code: '', name: '', accountId: null, amounts });

/** The line of an account. */
export const accountLine = ({ account, amounts }: AccountAmounts, level: number, within = ''): SheetLine => ({
  key: `${within}${account.id}`,
  kind: 'account',
  level,
  label: null,
  code: account.code,
  name: account.name,
  accountId: account.id,
  amounts,
});

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * Accounts below the headings that they have in the chart, each heading with the sum of what is below it.
 *
 * @param chart every account, so that headings are found
 */
export function treeLines(rows: readonly AccountAmounts[], chart: ReadonlyMap<string, ChartNode>, width: number): SheetLine[] {
  const below = new Map<string | null, Set<ChartNode>>();
  const own = new Map(rows.map((row) => [row.account.id, row]));
  const hang = (account: ChartNode): void => {
    const parent = account.parentId === null ? undefined : chart.get(account.parentId);
    const siblings = below.get(parent?.id ?? null) ?? new Set();
    below.set(parent?.id ?? null, siblings.add(account));
    if (parent) hang(parent);
  };
  for (const { account } of rows) hang(account);
  const linesOf = (account: ChartNode, level: number): { lines: SheetLine[]; sum: readonly bigint[] } => {
    const row = own.get(account.id);
    if (row) return { lines: [accountLine(row, level)], sum: row.amounts };
    const parts = [...(below.get(account.id) ?? [])].sort(byCode).map((child) => linesOf(child, level + 1));
    const sum = sumsOf(
      parts.map((part) => part.sum),
      width,
    );
    const heading = accountLine({ account, amounts: sum }, level);
    return { lines: [{ ...heading, kind: 'heading', accountId: null }, ...parts.flatMap(({ lines }) => lines)], sum };
  };
  return [...(below.get(null) ?? [])].sort(byCode).flatMap((account) => linesOf(account, 1).lines);
}
