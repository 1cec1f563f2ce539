import { describe, expect, it } from 'vitest';
import { hanging, type TreeRecord } from './tree.ts';

const record = (key: string, above: string | null, isReady = true): TreeRecord => ({ key, above, isReady });

describe('records of a tree that hang in the air', () => {
  it.each<[string, TreeRecord[], string[]]>([
    ['none, whatever their order', [record('c', 'b'), record('a', null), record('b', 'a')], []],
    ['none below what exists already', [record('a', 'old'), record('b', 'a')], []],
    [
      'a circle, and what stands below it',
      [record('a', 'b'), record('b', 'a'), record('c', 'a'), record('d', null)],
      ['a', 'b', 'c'],
    ],
    ['what stands below itself', [record('a', 'a'), record('b', null)], ['a']],
    ['all below a refused one', [record('a', null, false), record('b', 'a'), record('c', 'b'), record('d', null)], ['b', 'c']],
    [
      'none below one that stands twice, the second time refused',
      [record('a', null), record('a', null, false), record('b', 'a')],
      [],
    ],
  ])('%s', (_name, records, expected) => {
    expect(hanging(records).sort()).toEqual(expected);
    expect(hanging(records.toReversed()).sort()).toEqual(expected);
  });

  it('are found in a chain of many', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => record(String(index), index === 0 ? null : String(index - 1)));
    expect(hanging(chain.toReversed())).toEqual([]);
    expect(hanging([...chain.slice(1), record('0', '49999')])).toHaveLength(50_000);
  });
});
