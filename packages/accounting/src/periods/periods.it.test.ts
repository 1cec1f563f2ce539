import { newBooks, newWorld } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
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

  it('are opened once, without overlap and from a first of a month, even by two people at once', async () => {
    const books = await newBooks('2026-01-01');
    const tries = await Promise.allSettled([1, 2, 3].map(() => books.run(openFiscalYear, { startsOn: '2030-01-01' })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toEqual(refused('accounting.years_overlap'));
    await expect(books.run(openFiscalYear, { startsOn: '2030-07-01' })).rejects.toThrow(refused('accounting.years_overlap'));
    await expect(books.run(openFiscalYear, { startsOn: '2031-01-15' })).rejects.toThrow(refused('invalid_period'));
    const world = await newWorld();
    await expect(world.run(openFiscalYear, { startsOn: '2030-01-01' })).rejects.toThrow(refused('accounting.not_set_up'));
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
