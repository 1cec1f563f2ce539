import { expect, test } from 'vitest';
import { barsOf, closable, isEmptyStatement, type Statement, type StatementLine, seenLines } from './statement.ts';

const line = (key: string, kind: StatementLine['kind'], level: number, label: StatementLine['label'] = null): StatementLine => ({
  key,
  kind,
  level,
  label,
  code: key,
  name: key,
  accountId: null,
  cells: ['1.00', '2.00'],
});
const lines = [
  line('asset', 'section', 0, 'asset'),
  line('10', 'heading', 1),
  line('101', 'account', 2),
  line('102', 'account', 2),
  line('11', 'account', 1),
  line('total_asset', 'total', 0, 'total_asset'),
  line('end', 'grand', 0, 'liabilities_and_equity'),
];
const keys = (shown: readonly StatementLine[]) => shown.map(({ key }) => key);

test('a heading that is closed hides what is below it, a section all but its total', () => {
  expect(keys(seenLines(lines, new Set(['10'])))).toEqual(['asset', '10', '11', 'total_asset', 'end']);
  expect(keys(seenLines(lines, new Set(['asset'])))).toEqual(['asset', 'total_asset', 'end']);
  expect(keys(seenLines(lines, new Set()))).toEqual(keys(lines));
});

test('lines with others below them can be closed', () => {
  expect(keys(closable(lines))).toEqual(['asset', '10']);
});

test('what was posted is told by accounts, or by a figure that belongs to none', () => {
  const told = (...each: StatementLine[]) => isEmptyStatement({ lines: each } as unknown as Statement);
  expect(told(...lines)).toBe(false);
  expect(told(line('asset', 'section', 0), line('other', 'item', 1, 'other_lines'))).toBe(false);
  expect(told({ ...line('result', 'item', 1, 'result'), cells: ['0.00', null] }, line('end', 'grand', 0))).toBe(true);
});

test('a chart draws the main figure of each column, or the totals of a single one', () => {
  const column = (measure: Statement['columns'][number]['measure']) => ({ measure, from: null, to: '2026-12-31', value: null });
  const statement: Statement = {
    kind: 'balance_sheet',
    company: 'Test',
    currency: 'EUR',
    only: [],
    columns: [column('amount'), column('amount'), column('difference')],
    lines,
  };
  expect(barsOf(statement).map(({ key, index }) => [key, index])).toEqual([
    ['column-0', 0],
    ['column-1', 1],
  ]);
  expect(barsOf({ ...statement, columns: [column('amount')] }).map(({ key }) => key)).toEqual(['total_asset']);
});
