import { expect, it } from 'vitest';
import { scaleOf } from './scale.ts';

it('has round values, from zero to above the most', () => {
  expect(scaleOf([3, 8.5, 7])).toEqual({ from: 0, to: 10, ticks: [0, 2.5, 5, 7.5, 10] });
  expect(scaleOf([61_000])).toEqual({ from: 0, to: 80_000, ticks: [0, 20_000, 40_000, 60_000, 80_000] });
});

it('goes below zero where values do', () => {
  expect(scaleOf([-120, 300])).toEqual({ from: -200, to: 400, ticks: [-200, 0, 200, 400] });
});

it('ends where the most stands when that is round', () => {
  expect(scaleOf([400]).to).toBe(400);
});

it('is an axis also without values, and where all are zero', () => {
  for (const values of [[], [0, 0]]) expect(scaleOf(values)).toEqual({ from: 0, to: 1, ticks: [0, 1] });
});

it('keeps zero and every value between its ends', () => {
  for (let turn = 0; turn < 500; turn++) {
    const values = Array.from({ length: 5 }, () => (Math.random() - 0.4) * 10 ** (turn % 9));
    const { from, to, ticks } = scaleOf(values);
    expect(from).toBeLessThanOrEqual(Math.min(0, ...values));
    expect(to).toBeGreaterThanOrEqual(Math.max(0, ...values));
    expect(ticks).toContain(0);
    expect(ticks.length).toBeLessThan(8);
  }
});
