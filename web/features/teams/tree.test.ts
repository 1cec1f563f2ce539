import { describe, expect, it } from 'vitest';
import { type Department, placesFor, stepsOf, treeOf } from './tree.ts';

const department = (id: string, parentId: string | null): Department => ({ id, name: id, parentId, version: 1, memberCount: 0 });
const all = [
  department('inland', 'sales'),
  department('north', 'inland'),
  department('sales', null),
  department('stock', null),
  department('stray', 'gone'),
];
const read = (steps: ReturnType<typeof stepsOf>) => steps.map(({ department: { id }, depth }) => `${'>'.repeat(depth)}${id}`);

describe('the departments', () => {
  it('are read from top to bottom, and none is lost', () => {
    expect(read(stepsOf(treeOf(all)))).toEqual(['sales', '>inland', '>>north', 'stock', 'stray']);
  });

  it('may be moved anywhere but below themselves', () => {
    expect(read(placesFor(all, 'inland'))).toEqual(['sales', 'stock', 'stray']);
    expect(read(placesFor(all, null))).toHaveLength(all.length);
  });
});
