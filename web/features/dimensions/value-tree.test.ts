import { expect, it } from 'vitest';
import { type DimensionValue, foundValues, indented, placesFor, stepsOf, withValue } from './value-tree.ts';

const value = (id: string, parentId: string | null, archivedAt: string | null = null): DimensionValue => ({
  ...{ id, parentId, archivedAt },
  dimensionId: 'd',
  code: id,
  name: id.toUpperCase(),
  version: 1,
});
const values = [
  value('b', 'a'),
  value('c', 'b'),
  value('a', null),
  value('d', 'a', '2026-01-01T00:00:00.000Z'),
  value('e', null),
];

it('values stand after the one above them', () => {
  expect(stepsOf(values).map(({ value: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 1],
    ['e', 0],
  ]);
  expect(stepsOf(values).slice(0, 2).map(indented)).toEqual(['a A', '\u2003b B']);
});

it('a value is never offered a place below itself, or below one that is out of use', () => {
  expect(placesFor(values, 'b').map(({ value: { id } }) => id)).toEqual(['a', 'e']);
  expect(placesFor(values, null).map(({ value: { id } }) => id)).toEqual(['a', 'b', 'c', 'e']);
});

it('values in use are found by a part of their code or name', () => {
  expect(foundValues(values, '').map(({ label }) => label)).toEqual(['a A', '\u2003b B', '\u2003\u2003c C', 'e E']);
  expect(foundValues(values, ' C').map(({ id, label }) => [id, label])).toEqual([['c', 'c C']]);
  expect(foundValues(values, 'd')).toEqual([]);
});

it('a line has one value of a dimension, or none', () => {
  const named = withValue([{ dimensionId: 'd', valueId: 'a' }], 'e', 'x');
  expect(withValue(named, 'd', 'b')).toEqual([
    { dimensionId: 'e', valueId: 'x' },
    { dimensionId: 'd', valueId: 'b' },
  ]);
  expect(withValue(named, 'd', null)).toEqual([{ dimensionId: 'e', valueId: 'x' }]);
});
