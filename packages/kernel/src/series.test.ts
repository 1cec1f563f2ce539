import { expect, it } from 'vitest';
import { inSeries } from './series.ts';

it('gives each document its place from the last of its series, in the order given', () => {
  const { placed, needs } = inSeries([
    { id: 'a', code: 'invoice', year: 2026 },
    { id: 'b', code: 'credit_note', year: 2026 },
    { id: 'c', code: 'invoice', year: 2025 },
    { id: 'd', code: 'invoice', year: 2026 },
    { id: 'e', code: 'invoice', year: 2026 },
  ]);
  expect(placed.map(({ id, fromLast }) => [id, fromLast])).toEqual([
    ['a', 2],
    ['b', 0],
    ['c', 0],
    ['d', 1],
    ['e', 0],
  ]);
  expect(needs).toEqual([
    { code: 'credit_note', year: 2026, amount: 1 },
    { code: 'invoice', year: 2025, amount: 1 },
    { code: 'invoice', year: 2026, amount: 3 },
  ]);
});
