import { newBooks } from '@atlas/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDimension } from '../dimensions/create-dimension.ts';
import { createDimensionValue } from '../dimensions/create-value.ts';
import { postJournal } from '../journals/post-journal.ts';
import { readJournalReport } from './read-journal-report.ts';

/** Three entries: rent of two centres and of none, on a project and on none. */
async function smallBooks() {
  const books = await newBooks();
  const { id: centres } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const { id: projects } = await books.run(createDimension, { code: 'P', name: 'Project' });
  const add = async (dimensionId: string, code: string, parentId: string | null = null) =>
    (await books.run(createDimensionValue, { dimensionId, code, name: code, parentId })).id;
  const all = await add(centres, 'ALL');
  const [desk, abroad, bridge] = [await add(centres, 'DESK', all), await add(centres, 'OUT'), await add(projects, 'BRIDGE')];
  const named = { all: [centres, all], desk: [centres, desk], abroad: [centres, abroad], bridge: [projects, bridge] } as const;
  const line = (code: string, amount: string, ...names: (keyof typeof named)[]) => ({
    accountId: books.account(code),
    ...(amount.startsWith('-') ? { credit: amount.slice(1) } : { debit: amount }),
    dimensions: names.map((name) => ({ dimensionId: named[name][0], valueId: named[name][1] })),
  });
  const post = (date: string, at: string, ...lines: object[]) =>
    books.run(postJournal, { date, description: date, lines }, { at: `${at}T09:00:00.000Z` });
  await post(
    '2026-02-10',
    '2026-05-01',
    line('6020', '100.00', 'desk', 'bridge'),
    line('6030', '20.00', 'abroad'),
    line('1020', '-120.00'),
  );
  await post('2026-03-10', '2026-06-01', line('6020', '7.00', 'all'), line('1020', '-7.00', 'all', 'bridge'));
  await post('2026-04-10', '2026-06-01', line('6030', '5.00'), line('1020', '-5.00'));
  return { books, centres, projects, all, desk, abroad, bridge };
}

describe('the journal of some lines', () => {
  let given: Awaited<ReturnType<typeof smallBooks>>;
  beforeAll(async () => {
    given = await smallBooks();
  });
  const page = (terms: object) => given.books.run(readJournalReport, { from: '2026-01-01', to: '2026-12-31', ...terms });

  /** Entries by day: what their debits come to, then each line that is told. */
  const told = async (terms: object) =>
    (await page(terms)).items.map(({ date, total, lines }) => [
      date.slice(5),
      total.amount,
      ...lines.map(({ accountCode, debit, credit }) => `${accountCode} ${debit?.amount ?? `-${credit?.amount}`}`),
    ]);

  it('tells entries that have one, and of them no other line', async () => {
    const { centres, projects, all, desk, abroad, bridge } = given;
    const whole = [
      ['02-10', '120.00', '6020 100.00', '6030 20.00', '1020 -120.00'],
      ['03-10', '7.00', '6020 7.00', '1020 -7.00'],
      ['04-10', '5.00', '6030 5.00', '1020 -5.00'],
    ];
    expect(await told({})).toEqual(whole);
    expect(await told({ dimensions: [all] })).toEqual([
      ['02-10', '100.00', '6020 100.00'],
      ['03-10', '7.00', '6020 7.00', '1020 -7.00'],
    ]);
    expect(await told({ dimensions: [desk] })).toEqual([['02-10', '100.00', '6020 100.00']]);
    expect(await told({ without: [centres] })).toEqual([
      ['02-10', '0.00', '1020 -120.00'],
      ['04-10', '5.00', '6030 5.00', '1020 -5.00'],
    ]);
    expect(await told({ dimensions: [abroad], without: [centres] })).toEqual([
      ['02-10', '20.00', '6030 20.00', '1020 -120.00'],
      ['04-10', '5.00', '6030 5.00', '1020 -5.00'],
    ]);
    expect(await told({ dimensions: [all, bridge] })).toEqual([
      ['02-10', '100.00', '6020 100.00'],
      ['03-10', '0.00', '1020 -7.00'],
    ]);
    expect(await told({ dimensions: [all], without: [projects] })).toEqual([['03-10', '7.00', '6020 7.00']]);
  });

  it('is of its days, as it was known, and page by page', async () => {
    const { all } = given;
    expect(await told({ dimensions: [all], from: '2026-03-01' })).toHaveLength(1);
    expect(await told({ dimensions: [all], knownOn: '2026-05-31' })).toEqual([['02-10', '100.00', '6020 100.00']]);
    const first = await page({ dimensions: [all], limit: 1 });
    const second = await page({ dimensions: [all], limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ date }) => date)).toEqual(['2026-02-10', '2026-03-10']);
    expect(second.nextCursor).toBeNull();
  });

  it('is refused for what is no value, or no dimension', async () => {
    const { all, centres } = given;
    for (const terms of [{ dimensions: [centres] }, { without: [all] }])
      await expect(page(terms)).rejects.toMatchObject({ code: 'not_found' });
  });
});
