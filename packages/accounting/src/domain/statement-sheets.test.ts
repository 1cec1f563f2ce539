import { expect, test } from 'vitest';
import { cellsOf, columnsOf, percentMore } from './statement-cells.ts';
import type { ChartNode } from './statement-lines.ts';
import { balanceSheetSheet, profitAndLossSheet, trialBalanceSheet } from './statement-sheets.ts';

const node = (id: string, type: ChartNode['type'], parentId: string | null = null): ChartNode => ({
  id,
  code: id,
  name: `Account ${id}`,
  type,
  role: null,
  parentId,
  cashFlow: null,
});
const nodes = [
  node('1', 'asset'),
  node('11', 'asset', '1'),
  node('111', 'asset', '11'),
  node('112', 'asset', '11'),
  node('12', 'asset', '1'),
  node('2', 'liability'),
  node('3', 'equity'),
  node('4', 'income'),
  node('5', 'expense'),
];
const chart = new Map(nodes.map((each) => [each.id, each]));
const moved = (movements: Record<string, bigint>) => new Map(Object.entries(movements));
const columns = [moved({ '111': 70n, '12': 30n, '2': -40n, '3': -20n, '4': -90n, '5': 50n }), moved({ '112': 5n, '3': -5n })];
const shown = (lines: readonly { key: string; level: number; amounts: readonly bigint[] | null }[]) =>
  lines.map(({ key, level, amounts }) => [key, level, ...(amounts ?? []).map(Number)]);

test('a balance sheet has accounts below their headings with sums, and the result with equity', () => {
  expect(shown(balanceSheetSheet({ chart, columns }).lines)).toEqual([
    ['asset', 0],
    ['1', 1, 100, 5],
    ['11', 2, 70, 5],
    ['111', 3, 70, 0],
    ['112', 3, 0, 5],
    ['12', 2, 30, 0],
    ['total_asset', 0, 100, 5],
    ['liability', 0],
    ['2', 1, 40, 0],
    ['total_liability', 0, 40, 0],
    ['equity', 0],
    ['3', 1, 20, 5],
    ['result', 1, 40, 0],
    ['total_equity', 0, 60, 5],
    ['liabilities_and_equity', 0, 100, 5],
  ]);
});

test('profit and loss, and a trial balance with both sides of each column', () => {
  expect(shown(profitAndLossSheet({ chart, columns }).lines).at(-1)).toEqual(['profit', 0, 40, 0]);
  const lines = shown(trialBalanceSheet({ chart, columns }).lines);
  expect(lines.find(([key]) => key === '1')).toEqual(['1', 1, 100, 0, 5, 0]);
  expect(lines.at(-1)).toEqual(['total', 0, 150, 150, 5, 5]);
});

test('what two columns differ in stands behind the second, as an amount and in percent of the size before', () => {
  const spans = [2026, 2025, 2024].map((year) => ({ from: null, to: `${year}-12-31` }));
  const set = columnsOf({ figures: 1 }, { spans, compares: true });
  expect(set.map(({ measure, to }) => `${measure} ${to.slice(0, 4)}`)).toEqual([
    'amount 2026',
    'amount 2025',
    'difference 2026',
    'percent 2026',
    'amount 2024',
  ]);
  expect(cellsOf([150n, 120n, 7n], set, 'EUR')).toEqual(['1.50', '1.20', '0.30', '25', '0.07']);
  expect(cellsOf(null, set, 'EUR')).toEqual([null, null, null, null, null]);
});

test.each([
  [150n, -100n, '250'],
  [-50n, 100n, '-150'],
  [1n, 3n, '-66.7'],
  [1n, 0n, null],
  [0n, 8n, '-100'],
])('%s after %s is %s percent more', (now, before, expected) => {
  expect(percentMore(now, before)).toBe(expected);
});
