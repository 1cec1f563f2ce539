import { expect, test } from 'vitest';
import { groupsOf } from './groups.ts';

const chart = [
  { id: 'g1', code: '1000', name: 'Current assets', parentId: null },
  { id: 'g2', code: '1500', name: 'Fixed assets', parentId: null },
  { id: 'a1', code: '1010', name: 'Cash', parentId: 'g1' },
  { id: 'a2', code: '1020', name: 'Bank', parentId: 'g1' },
  { id: 'a3', code: '1510', name: 'Equipment', parentId: 'g2' },
  { id: 'a4', code: '1900', name: 'Loose', parentId: null },
];

test('puts rows under their headings in the order of the chart and loses none', () => {
  const groups = groupsOf([{ accountId: 'a3' }, { accountId: 'a1' }, { accountId: 'a4' }, { accountId: 'a2' }], chart);
  expect(groups.map(({ heading, rows }) => [heading?.name, rows.map(({ accountId }) => accountId)])).toEqual([
    [undefined, ['a4']],
    ['Current assets', ['a1', 'a2']],
    ['Fixed assets', ['a3']],
  ]);
});

test('keeps rows of accounts that the chart does not know', () => {
  expect(groupsOf([{ accountId: 'new' }], chart)).toEqual([{ heading: null, rows: [{ accountId: 'new' }] }]);
});
