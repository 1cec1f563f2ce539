import { newBooks, newWorld } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { postJournal } from '../journals/post-journal.ts';
import { listFiscalYears } from './list-fiscal-years.ts';
import { lockPeriod } from './lock-period.ts';
import { openFiscalYear } from './open-fiscal-year.ts';
import { unlockPeriod } from './unlock-period.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('fiscal years', () => {
  it('come with twelve months, from the first day of the books to the coming year', async () => {
    const books = await newBooks('2025-04-01');
    const { items } = await books.run(listFiscalYears, {});
    expect(items.map(({ name }) => name)).toEqual(['2026/27', '2025/26']);
    const months = items[1]?.periods.map(({ startsOn, endsOn }) => `${startsOn}…${endsOn}`);
    expect(months).toHaveLength(12);
    expect(months?.[0]).toBe('2025-04-01…2025-04-30');
    expect(months?.[10]).toBe('2026-02-01…2026-02-28');
  });

  it('are opened once, without overlap, even by two people at once', async () => {
    const books = await newBooks('2026-01-01');
    const tries = await Promise.allSettled([1, 2, 3].map(() => books.run(openFiscalYear, { startsOn: '2030-01-01' })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toEqual(refused('accounting.years_overlap'));
    await expect(books.run(openFiscalYear, { startsOn: '2030-07-01' })).rejects.toThrow(refused('accounting.years_overlap'));
    const world = await newWorld();
    await expect(world.run(openFiscalYear, { startsOn: '2030-01-01' })).rejects.toThrow(refused('accounting.not_set_up'));
  });

  it('begin on any day and may have thirteen periods, which take postings by their days', async () => {
    const books = await newBooks('2026-01-01');
    const { periods, layout } = await books.run(openFiscalYear, { startsOn: '2031-01-06', layout: 'four_weeks', weeks: 53 });
    expect([periods.length, layout, periods.at(-1)?.endsOn]).toEqual([13, 'four_weeks', '2032-01-11']);
    const { items } = await books.run(listFiscalYears, {});
    expect(items[0]).toMatchObject({ name: '2031/32', layout: 'four_weeks', closed: false, endsOn: '2032-01-11' });
    const { periods: months } = await books.run(openFiscalYear, { startsOn: '2033-01-01', layout: 'months_and_last_day' });
    await books.run(lockPeriod, { id: months[11]?.id });
    const lines = [
      { accountId: books.account('6020'), debit: '1.00' },
      { accountId: books.account('1020'), credit: '1.00' },
    ];
    await books.run(postJournal, { date: '2033-12-31', description: 'Adjustment', lines });
    await expect(books.run(postJournal, { date: '2033-12-30', description: 'Late', lines })).rejects.toThrow(
      refused('accounting.period_closed'),
    );
  });
});

describe('a period', () => {
  it('is locked and opened again; doing it twice changes nothing', async () => {
    const books = await newBooks();
    const { items } = await books.run(listFiscalYears, {});
    const id = items[0]?.periods[0]?.id;
    const locked = await books.run(lockPeriod, { id });
    expect(locked).toMatchObject({ id, lockedAt: expect.any(String), version: 2 });
    expect(await books.run(lockPeriod, { id })).toEqual(locked);
    expect(await books.run(unlockPeriod, { id })).toMatchObject({ id, lockedAt: null, version: 3 });
    expect(await books.run(unlockPeriod, { id })).toMatchObject({ id, lockedAt: null, version: 3 });
  });
});
