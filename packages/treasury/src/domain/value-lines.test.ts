import { expect, it } from 'vitest';
import { valuesOf, worthByValue } from './value-lines.ts';

it('lines that come to nothing are worth nothing together, each within a minor unit of its own worth', () => {
  const worth = worthByValue(1_000n, 937n);
  for (const amounts of [
    [1_000n, -333n, -333n, -334n],
    [500n, 500n, -999n, -1n],
    [-1_000n, 7n, 993n],
  ]) {
    const values = valuesOf(amounts, worth);
    expect(values.reduce((sum, value) => sum + value, 0n)).toBe(0n);
    for (const [index, value] of values.entries()) expect([-1n, 0n, 1n]).toContain(value - worth(amounts[index] as bigint));
  }
  expect(valuesOf([1_000n, -1_000n], worth)).toEqual([937n, -937n]);
});

it('what is worth nothing is refused, and so is a value of nothing', () => {
  expect(() => valuesOf([100n, -99n, -1n], worthByValue(100n, 1n))).toThrow(
    expect.objectContaining({ code: 'treasury.match_differs' }),
  );
  expect(() => worthByValue(0n, 5n)).toThrow(expect.objectContaining({ code: 'treasury.match_differs' }));
});
