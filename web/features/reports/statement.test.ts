import { expect, test } from 'vitest';
import { comparedRows, difference, isZero, sectionLines, statementCsv } from './statement.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const row = (accountId: string, code: string, amount: string) => ({
  accountId,
  code,
  name: `Account ${code}`,
  amount: usd(amount),
});
const chart = [
  { id: 'g1', code: '5000', name: 'Cost of sales', parentId: null },
  { id: 'g2', code: '6000', name: 'Operating expenses', parentId: null },
  { id: 'a', code: '5010', name: 'Goods', parentId: 'g1' },
  { id: 'b', code: '6010', name: 'Salaries', parentId: 'g2' },
  { id: 'c', code: '6020', name: 'Rent', parentId: 'g2' },
];
const words = { title: 'Expenses', total: 'Total expenses', subtotal: (name: string) => `Total ${name}` };
const shape = (lines: ReturnType<typeof sectionLines>) =>
  lines.map(({ kind, name, amounts }) => [kind, name, ...amounts.map((each) => each?.amount)]);

test('a section has headings, subtotals of more than one account, and a total that is their sum', () => {
  const rows = comparedRows([row('a', '5010', '0.10'), row('b', '6010', '0.20'), row('c', '6020', '-0.05')], [], 'USD');
  const lines = sectionLines({ key: 'x', rows, chart, currency: 'USD', compares: false, words });
  expect(shape(lines)).toEqual([
    ['section', 'Expenses'],
    ['heading', 'Cost of sales'],
    ['account', 'Account 5010', '0.10'],
    ['heading', 'Operating expenses'],
    ['account', 'Account 6010', '0.20'],
    ['account', 'Account 6020', '-0.05'],
    ['subtotal', 'Total Operating expenses', '0.15'],
    ['total', 'Total expenses', '0.25'],
  ]);
});

test('a section with one group needs no heading, and its extra lines count', () => {
  const extra = [{ key: 'r', kind: 'account' as const, code: '', name: 'Result', accountId: null, amounts: [usd('1.00')] }];
  const rows = comparedRows([row('a', '5010', '2.00')], [], 'USD');
  expect(shape(sectionLines({ key: 'x', rows, chart, currency: 'USD', compares: false, words, extra }))).toEqual([
    ['section', 'Expenses'],
    ['account', 'Account 5010', '2.00'],
    ['account', 'Result', '1.00'],
    ['total', 'Total expenses', '3.00'],
  ]);
});

test('two periods stand side by side with their change, also where an account has only one of them', () => {
  const rows = comparedRows([row('c', '6020', '5.00')], [row('b', '6010', '7.00'), row('c', '6020', '4.00')], 'USD');
  const lines = sectionLines({ key: 'x', rows, chart, currency: 'USD', compares: true, words });
  expect(shape(lines)).toEqual([
    ['section', 'Expenses'],
    ['account', 'Account 6010', '0.00', '7.00', '-7.00'],
    ['account', 'Account 6020', '5.00', '4.00', '1.00'],
    ['total', 'Total expenses', '5.00', '11.00', '-6.00'],
  ]);
});

test('amounts stay exact', () => {
  expect(difference(usd('0.10'), usd('0.30'))).toEqual(usd('-0.20'));
  expect([usd('0.00'), usd('-0.00'), usd('0.01')].map(isZero)).toEqual([true, true, false]);
});

test('the export has the lines of the screen with plain decimals', () => {
  const rows = comparedRows([row('c', '6020', '-1234.50')], [], 'USD');
  const lines = sectionLines({ key: 'x', rows, chart, currency: 'USD', compares: false, words });
  expect(statementCsv({ columns: ['Amount'], lines, totals: [] }, ['Code', 'Account'])).toBe(
    'Code,Account,Amount\r\n,Expenses,\r\n6020,Account 6020,-1234.50\r\n,Total expenses,-1234.50\r\n',
  );
});
