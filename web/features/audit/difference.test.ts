import { describe, expect, it } from 'vitest';
import { changesBetween } from './difference.ts';

describe('the difference between two states', () => {
  it('names what changed, and leaves out what stayed', () => {
    const before = { name: 'Ada', city: 'Bonn', version: 1 };
    const after = { name: 'Ada', city: 'Köln', version: 2 };
    expect(changesBetween(before, after)).toEqual([
      { path: 'city', before: 'Bonn', after: 'Köln' },
      { path: 'version', before: 1, after: 2 },
    ]);
  });

  it('takes what was made as all new, and what was deleted as all gone', () => {
    expect(changesBetween(null, { name: 'Ada' })).toEqual([{ path: 'name', before: null, after: 'Ada' }]);
    expect(changesBetween({ name: 'Ada' }, null)).toEqual([{ path: 'name', before: 'Ada', after: null }]);
  });

  it('looks into lines and takes money as one value', () => {
    const line = (amount: string) => ({ lines: [{ price: { amount, currency: 'EUR' } }] });
    expect(changesBetween(line('1.00'), line('2.00'))).toEqual([
      { path: 'lines.1.price', before: { amount: '1.00', currency: 'EUR' }, after: { amount: '2.00', currency: 'EUR' } },
    ]);
  });

  it('tells emptied from never there', () => {
    expect(changesBetween({ note: 'x' }, { note: null })).toEqual([{ path: 'note', before: 'x', after: null }]);
    expect(changesBetween({ note: null }, {})).toEqual([]);
  });
});
