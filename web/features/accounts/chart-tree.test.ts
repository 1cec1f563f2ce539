import { describe, expect, it } from 'vitest';
import { type Account, chartRows } from './chart-tree.ts';

const account = (code: string, name: string, parentId: string | null): Account => ({
  id: code,
  code,
  name,
  parentId,
  type: 'asset',
  role: null,
  isGroup: !code.endsWith('9'),
  cashFlow: null,
  archivedAt: null,
  version: 1,
});

const chart = [
  account('1', 'Assets', null),
  account('10', 'Liquid', '1'),
  account('109', 'Cash', '10'),
  account('19', 'Cars', '1'),
  account('29', 'Lost', 'unknown'),
];
const shown = (closed: string[], search = '') =>
  chartRows(chart, new Set(closed), search).map(({ account: { code }, depth }) => `${depth}:${code}`);

describe('a chart', () => {
  it('is shown from the top down; an account whose heading is not known stands at the top', () => {
    expect(shown([])).toEqual(['0:1', '1:10', '2:109', '1:19', '0:29']);
  });

  it('leaves out what hangs below a closed heading', () => {
    expect(shown(['10'])).toEqual(['0:1', '1:10', '1:19', '0:29']);
    expect(shown(['1'])).toEqual(['0:1', '0:29']);
  });

  it('shows what is looked for with the headings above it, also below closed ones', () => {
    expect(shown(['1'], ' cASH')).toEqual(['0:1', '1:10', '2:109']);
    expect(shown([], '19')).toEqual(['0:1', '1:19']);
    expect(shown([], 'nothing')).toEqual([]);
  });
});
