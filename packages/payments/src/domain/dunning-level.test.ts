import { addDays, businessDate } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DunningStep, type LastReminder, nextLevel, wrongWithSteps } from './dunning-level.ts';

const day = businessDate;
const steps = [
  { daysOverdue: 7, daysBetween: 7 },
  { daysOverdue: 21, daysBetween: 14 },
  { daysOverdue: 35, daysBetween: 14 },
];
const dueOn = day('2026-03-01');
const on = (asOf: string, last: LastReminder | null = null) => nextLevel(steps, { dueOn, last }, day(asOf));

describe('the next level of an item', () => {
  it('is none before the first day, and the first from that day on', () => {
    expect([on('2026-02-01'), on('2026-03-07'), on('2026-03-08'), on('2026-03-21')]).toEqual([null, null, 1, 1]);
  });

  it('passes levels over where the days say so', () => {
    expect([on('2026-03-22'), on('2026-04-04'), on('2026-04-05')]).toEqual([2, 2, 3]);
  });

  it('waits for the days since the last reminder, however late it is', () => {
    const last = { level: 1, date: day('2026-03-20') };
    expect([on('2026-03-22', last), on('2026-04-02', last), on('2026-04-03', last)]).toEqual([null, null, 2]);
    expect(on('2026-04-10', last)).toBe(3);
  });

  it('is never the last one again, and none after the highest', () => {
    expect(on('2026-03-20', { level: 1, date: day('2026-03-08') })).toBe(null);
    expect(on('2030-01-01', { level: 3, date: day('2026-04-05') })).toBe(null);
  });
});

const anySteps = fc
  .array(fc.record({ more: fc.integer({ min: 1, max: 40 }), daysBetween: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => {
    let daysOverdue = 0;
    return list.map(({ more, daysBetween }): DunningStep => {
      daysOverdue += more;
      return { daysOverdue, daysBetween };
    });
  });
const anyDays = fc.array(fc.integer({ min: -10, max: 300 }), { maxLength: 40 }).map((days) => days.sort((a, b) => a - b));

describe('levels in the course of time', () => {
  it('rise, each after its days, with its days between, and never two on one day', () => {
    fc.assert(
      fc.property(anySteps, anyDays, (given, days) => {
        let last: LastReminder | null = null;
        for (const offset of days) {
          const asOf = addDays(dueOn, offset);
          const level: number | null = nextLevel(given, { dueOn, last }, asOf);
          if (level === null) continue;
          const step = given[level - 1];
          expect(level).toBeGreaterThan(last?.level ?? 0);
          expect(offset).toBeGreaterThanOrEqual(step?.daysOverdue ?? Number.NaN);
          if (last) expect(asOf >= addDays(last.date, step?.daysBetween ?? 0)).toBe(true);
          last = { level, date: asOf };
          expect(nextLevel(given, { dueOn, last }, asOf)).toBe(null);
        }
      }),
    );
  });

  it('reach the highest in the end, whatever came before', () => {
    fc.assert(
      fc.property(anySteps, fc.nat({ max: 5 }), (given, level) => {
        const last = level === 0 ? null : { level, date: addDays(dueOn, 300) };
        const asOf = addDays(dueOn, 1000);
        expect(nextLevel(given, { dueOn, last }, asOf)).toBe(level >= given.length ? null : given.length);
      }),
    );
  });
});

describe('levels as they are saved', () => {
  it('come later one after the other', () => {
    expect(wrongWithSteps(steps)).toBe(null);
    expect(wrongWithSteps([...steps, { daysOverdue: 35, daysBetween: 1 }])).toMatchObject({ index: 3 });
    expect(wrongWithSteps([{ daysOverdue: 0, daysBetween: 1 }])).toMatchObject({ index: 0 });
  });
});
