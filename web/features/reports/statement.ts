import {
  amountText,
  type Currency,
  csvText,
  currency,
  type MoneyJson,
  moneyFromJson,
  negateMoney,
  sumMoney,
} from '@atlas/kernel';
import { type ChartAccount, groupsOf } from './groups.ts';

/** A line of a report as it is shown and as it is exported. Amounts stand in the order of the report's columns. */
export type StatementLine = {
  readonly key: string;
  readonly kind: 'section' | 'heading' | 'account' | 'subtotal' | 'total';
  readonly code: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly amounts: readonly (MoneyJson | null)[];
};

/** A report ready to be shown: `totals` never scroll away. */
export type Statement = {
  readonly columns: readonly string[];
  readonly lines: readonly StatementLine[];
  readonly totals: readonly StatementLine[];
};

export type StatementRow = {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly amount: MoneyJson;
};

export const sumOf = (amounts: readonly MoneyJson[], code: string): MoneyJson => {
  const unit: Currency = currency(code);
  return { amount: amountText(sumMoney(amounts.map(moneyFromJson), unit)), currency: code };
};

/** What is left of an amount when another is taken away. */
export const difference = (a: MoneyJson, b: MoneyJson): MoneyJson =>
  sumOf([a, { amount: amountText(negateMoney(moneyFromJson(b))), currency: b.currency }], a.currency);

export const isZero = ({ amount }: MoneyJson): boolean => !/[1-9]/.test(amount);

type ComparedRow = StatementRow & { readonly before: MoneyJson };

/** Rows of two periods side by side, in the order of the chart; an account that only one of them has is zero in the other. */
export function comparedRows(now: readonly StatementRow[], before: readonly StatementRow[], code: string): ComparedRow[] {
  const zero = sumOf([], code);
  const then = new Map(before.map((row) => [row.accountId, row.amount]));
  const here = new Set(now.map((row) => row.accountId));
  const gone = before.filter((row) => !here.has(row.accountId)).map((row) => ({ ...row, amount: zero, before: row.amount }));
  const rows = [...now.map((row) => ({ ...row, before: then.get(row.accountId) ?? zero })), ...gone];
  return rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

export type SectionWords = { readonly title: string; readonly total: string; readonly subtotal: (name: string) => string };

type SectionParts = {
  readonly key: string;
  readonly rows: readonly ComparedRow[];
  readonly chart: readonly ChartAccount[];
  readonly currency: string;
  readonly compares: boolean;
  readonly words: SectionWords;
  /** Lines that belong to the section and its total but to no account, such as the result of the year. */
  readonly extra?: readonly StatementLine[];
};

const pair = (now: MoneyJson, before: MoneyJson, compares: boolean): MoneyJson[] =>
  compares ? [now, before, difference(now, before)] : [now];

/** The lines of one section: its title, accounts under their headings, subtotals where there are several, its total. */
export function sectionLines({ key, rows, chart, currency: code, compares, words, extra = [] }: SectionParts): StatementLine[] {
  const groups = groupsOf(rows, chart);
  const sumsOf = (of: readonly ComparedRow[]) =>
    pair(
      sumOf(
        of.map((row) => row.amount),
        code,
      ),
      sumOf(
        of.map((row) => row.before),
        code,
      ),
      compares,
    );
  const lines: StatementLine[] = [{ key, kind: 'section', code: '', name: words.title, accountId: null, amounts: [] }];
  for (const group of groups) {
    const headed = groups.length > 1 && group.heading !== null;
    if (headed && group.heading) {
      const { heading } = group;
      lines.push({ key: `${key}-${heading.code}`, kind: 'heading', ...heading, accountId: null, amounts: [] });
    }
    for (const row of group.rows) {
      const { accountId, code: accountCode, name } = row;
      lines.push({
        key: accountId,
        kind: 'account',
        code: accountCode,
        name,
        accountId,
        amounts: pair(row.amount, row.before, compares),
      });
    }
    if (headed && group.heading && group.rows.length > 1) {
      const name = words.subtotal(group.heading.name);
      lines.push({
        key: `${key}-${group.heading.code}-sum`,
        kind: 'subtotal',
        code: '',
        name,
        accountId: null,
        amounts: sumsOf(group.rows),
      });
    }
  }
  const own = sumsOf(rows);
  const amounts = own.map((amount, index) =>
    sumOf([amount, ...extra.map((line) => line.amounts[index]).filter((each) => each !== null && each !== undefined)], code),
  );
  return [...lines, ...extra, { key: `${key}-total`, kind: 'total', code: '', name: words.total, accountId: null, amounts }];
}

/** A statement as CSV: the lines that are seen, amounts as plain decimals. */
export function statementCsv({ columns, lines, totals }: Statement, head: readonly [code: string, name: string]): string {
  const rows = [...lines, ...totals].map((line) => [
    line.code,
    line.name,
    ...columns.map((_, index) => line.amounts[index]?.amount ?? ''),
  ]);
  return csvText([[...head, ...columns], ...rows]);
}
