import { describe, expect, it } from 'vitest';
import { actualsOf, type PlannedLine, resultSign, type Tree, topLines } from './budget-report.ts';

const tree = (parents: Record<string, string | null>): Tree =>
  new Map(Object.entries(parents).map(([id, parentId]) => [id, { parentId }]));
const accounts = tree({ costs: null, rent: 'costs', wages: 'costs', sales: null });
const values = tree({ all: null, it: 'all', hr: 'all' });
const line = (accountId: string, valueId: string | null = null, type: PlannedLine['type'] = 'expense'): PlannedLine => ({
  accountId,
  valueId,
  type,
  plannedMinor: [0n, 0n],
});
const spent = {
  byAccount: [
    new Map([
      ['rent', 100n],
      ['wages', 30n],
      ['sales', -500n],
    ]),
    new Map([['rent', -7n]]),
  ],
  byValue: [
    { place: 0, accountId: 'rent', valueId: 'it', minor: 60n },
    { place: 0, accountId: 'wages', valueId: 'hr', minor: 30n },
    { place: 1, accountId: 'rent', valueId: 'all', minor: 5n },
  ],
};

describe('what lines of a budget came to', () => {
  it.each([
    ['an account', line('rent'), [100n, -7n]],
    ['a heading with all below it', line('costs'), [130n, -7n]],
    ['income, as it stands', line('sales', null, 'income'), [500n, 0n]],
    ['a value', line('rent', 'it'), [60n, 0n]],
    ['a value with all below it, below a heading', line('costs', 'all'), [90n, 5n]],
    ['nothing', line('wages', 'it'), [0n, 0n]],
  ])('is that of %s', (_case, planned, actual) => {
    expect(actualsOf([planned], spent, accounts, values)).toEqual([actual]);
  });
});

describe('what a budget comes to', () => {
  it('counts once what a heading, a value above or the whole account plans already', () => {
    const lines = [line('costs', 'all'), line('rent', 'it'), line('wages'), line('wages', 'hr'), line('sales', 'it', 'income')];
    expect(topLines(lines, accounts, values)).toEqual([lines[0], lines[2], lines[4]]);
    expect(topLines([line('rent', 'it'), line('rent', 'hr')], accounts, values)).toHaveLength(2);
  });

  it('is income less expenses', () => {
    expect((['income', 'expense', 'asset'] as const).map(resultSign)).toEqual([1n, -1n, 0n]);
  });
});
