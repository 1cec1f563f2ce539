import { expect, test } from 'vitest';
import { moved, nextPosition } from './rule-order.ts';

const rules = (...positions: number[]) => positions.map((position, index) => ({ id: 'abc'.charAt(index), position }));
const told = (changes: ReturnType<typeof moved>) => changes.map(({ rule, position }) => `${rule.id}${position}`);

test('two rules change places, and the others stay where they are', () => {
  expect(told(moved(rules(10, 20, 35), 2, -1))).toEqual(['c20', 'b35']);
  expect(told(moved(rules(10, 20, 35), 0, 1))).toEqual(['b10', 'a20']);
});

test('rules on one place are spread out first', () => {
  expect(told(moved(rules(100, 100, 100), 1, 1))).toEqual(['a10', 'c20', 'b30']);
});

test('the first goes no further up, and the last no further down', () => {
  expect(moved(rules(10, 20), 0, -1)).toEqual([]);
  expect(moved(rules(10, 20), 1, 1)).toEqual([]);
});

test('a new rule stands last', () => {
  expect(nextPosition([])).toBe(10);
  expect(nextPosition(rules(10, 40))).toBe(50);
});
