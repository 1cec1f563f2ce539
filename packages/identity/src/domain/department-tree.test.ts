import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEmpty, checkParent, type Placed } from './department-tree.ts';

const at = (id: string, parentId: string | null): Placed => ({ id, name: id.toUpperCase(), parentId });
const tree = [at('company', null), at('sales', 'company'), at('inland', 'sales'), at('north', 'inland'), at('stock', 'company')];
const refused = (code: string) => expect.objectContaining({ code });

describe('the tree of departments', () => {
  it('lets a department go on top, beside, and below what is not below it', () => {
    for (const [id, parent] of [
      ['inland', null],
      ['inland', 'company'],
      ['sales', 'stock'],
      ['stock', 'north'],
    ] as const)
      expect(() => checkParent(tree, id, parent)).not.toThrow();
  });

  it.each([
    ['company', 'company'],
    ['company', 'north'],
    ['sales', 'inland'],
    ['sales', 'north'],
  ])('does not let %s go below %s', (id, parent) => {
    expect(() => checkParent(tree, id, parent)).toThrow(refused('identity.department_below_itself'));
  });

  it('knows what it is put below', () => {
    expect(() => checkParent(tree, 'sales', 'abroad')).toThrow(refused('unknown_reference'));
  });

  it('stays a tree whatever is moved where, in any order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const move = fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids), { nil: null }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let all = ids.map((id) => at(id, null));
        for (const [id, parentId] of moves) {
          try {
            checkParent(all, id, parentId);
          } catch {
            continue;
          }
          all = all.map((one) => (one.id === id ? { ...one, parentId } : one));
        }
        for (const { id } of all) {
          let steps = 0;
          for (let above: string | null = id; above !== null; steps += 1) {
            expect(steps).toBeLessThanOrEqual(ids.length);
            above = all.find((one) => one.id === above)?.parentId ?? null;
          }
        }
      }),
    );
  });
});

describe('a department that is deleted', () => {
  it('is empty', () => {
    expect(() => checkEmpty(tree, at('north', 'inland'), 0)).not.toThrow();
    expect(() => checkEmpty(tree, at('sales', 'company'), 0)).toThrow(refused('identity.department_has_children'));
    expect(() => checkEmpty(tree, at('north', 'inland'), 1)).toThrow(refused('identity.department_has_people'));
  });
});
