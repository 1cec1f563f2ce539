import { expect, test } from 'vitest';
import { remainingSeconds, type Sample, withSample } from './remaining-time.ts';

const after = (...samples: Sample[]): Sample[] => samples.reduce<Sample[]>(withSample, []);

test('tells nothing before it has seen progress', () => {
  expect(remainingSeconds([], 100)).toBeNull();
  expect(remainingSeconds(after({ at: 0, done: 5 }), 100)).toBeNull();
  expect(remainingSeconds(after({ at: 0, done: 5 }, { at: 500, done: 5 }), 100)).toBeNull();
});

test('goes by the pace seen', () => {
  expect(remainingSeconds(after({ at: 0, done: 0 }, { at: 1000, done: 50 }), 200)).toBe(3);
  expect(remainingSeconds(after({ at: 0, done: 0 }, { at: 1000, done: 200 }), 200)).toBe(0);
});

test('forgets the pace of an earlier step', () => {
  const samples = after({ at: 0, done: 0 }, { at: 1000, done: 1000 }, { at: 2000, done: 0 }, { at: 3000, done: 10 });
  expect(remainingSeconds(samples, 100)).toBe(9);
});
