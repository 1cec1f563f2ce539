import { businessDate, endOfMonth, uuidv7 } from '@atlas/kernel';
import { openDatabase } from '@atlas/platform';
import { ringWakeUps } from '@atlas/platform/queue';
import { asAdministrator, type Books, doBackgroundWork, newBooks, testDatabase, violations } from '@atlas/testing';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { getJournalSetting, updateJournalSetting } from '../drafts/journal-setting.ts';
import { listJournalDrafts } from '../drafts/read-journal-drafts.ts';
import { getJournal } from '../journals/get-journal.ts';
import { listJournals } from '../journals/list-journals.ts';
import { postJournal } from '../journals/post-journal.ts';
import { listFiscalYears } from '../periods/list-fiscal-years.ts';
import { lockPeriod } from '../periods/lock-period.ts';
import { openFiscalYear } from '../periods/open-fiscal-year.ts';
import { unlockPeriod } from '../periods/unlock-period.ts';
import { createJournalSchedule } from './create-journal-schedule.ts';
import { getJournalSchedule } from './read-journal-schedules.ts';
import { stopJournalSchedule } from './stop-journal-schedule.ts';

/** The relay's part: wake-ups whose day has come become messages. */
async function ring(): Promise<void> {
  const { urls } = await testDatabase();
  const pool = new pg.Pool({ connectionString: urls.relay, max: 1 });
  try {
    await ringWakeUps(pool);
  } finally {
    await pool.end();
  }
}

async function workOff(books: Books): Promise<void> {
  await ring();
  await doBackgroundWork(books);
}

const wakeUpOf = (books: Books) =>
  asAdministrator<{ day: string }>('select due_on::text as day from wake_ups where tenant_id = $1', [books.tenantId]);

/** Has its day come again: what a night does. */
const tomorrow = (books: Books) =>
  asAdministrator('update wake_ups set due_on = current_date where tenant_id = $1', [books.tenantId]);

const rent = (books: Books, amount = '500.00') => ({
  description: 'Rent',
  lines: [
    { accountId: books.account('6020'), debit: amount },
    { accountId: books.account('1020'), credit: amount },
  ],
});

const monthly = { everyUnit: 'month_end', startsOn: '2026-01-15', endsOn: '2026-06-30', does: 'post' };

const datesOf = async (books: Books): Promise<string[]> =>
  (await books.run(listJournals, { sort: 'date', limit: 200 })).items.map(({ date }) => date);

const monthEnds = ['01', '02', '03', '04', '05', '06'].map((month) => endOfMonth(businessDate(`2026-${month}-01`)));

async function periodOf(books: Books, startsOn: string): Promise<string> {
  const { items } = await books.run(listFiscalYears, {});
  return items.flatMap(({ periods }) => periods).find((period) => period.startsOn === startsOn)?.id ?? '';
}

describe('a recurring journal', () => {
  it('catches up the dates that have passed, each once, and is over after its last', async () => {
    const books = await newBooks();
    const { id, nextOn } = await books.run(createJournalSchedule, { ...rent(books), ...monthly });
    expect(nextOn).toBe('2026-01-31');
    expect(await datesOf(books)).toEqual([]);
    await workOff(books);
    expect(await datesOf(books)).toEqual(monthEnds);
    expect(await books.run(getJournalSchedule, { id })).toMatchObject({ nextOn: null, failure: null });
    await workOff(books);
    expect(await datesOf(books)).toEqual(monthEnds);
    expect(await wakeUpOf(books)).toEqual([]);
  });

  it('that goes on is woken on its next day, and on no day after it was stopped', async () => {
    const books = await newBooks();
    const far = { everyUnit: 'month', startsOn: '2026-01-15', everyCount: 120, does: 'post' };
    const { id } = await books.run(createJournalSchedule, { ...rent(books), ...far });
    await workOff(books);
    expect(await datesOf(books)).toEqual(['2026-01-15']);
    expect(await wakeUpOf(books)).toEqual([{ day: '2036-01-15' }]);
    expect(await books.run(stopJournalSchedule, { id })).toMatchObject({ nextOn: null });
    await tomorrow(books);
    await workOff(books);
    expect(await wakeUpOf(books)).toEqual([]);
  });

  it('is made once a date when workers and relays run into each other', async () => {
    const books = await newBooks();
    const schedules = Array.from({ length: 8 }, () => books.run(createJournalSchedule, { ...rent(books), ...monthly }));
    await Promise.all(schedules);
    await Promise.all([ring(), ring(), ring()]);
    // A message that was lost is published again: here there are three, for three workers at once.
    await asAdministrator(
      `insert into outbox_messages (tenant_id, id, name, payload, request_id)
       select $1, id, 'accounting.journal.was_due', '{}', 'again' from unnest($2::uuid[]) as id`,
      [books.tenantId, [uuidv7(), uuidv7()]],
    );
    await Promise.all([1, 2, 3].map(() => doBackgroundWork(books, 1).catch(() => undefined)));
    await doBackgroundWork(books);
    expect((await datesOf(books)).length).toBe(48);
    expect(new Set(await datesOf(books))).toEqual(new Set(monthEnds));
    expect(await violations()).toEqual({});
  });

  it('goes on where its worker was killed, again and again, without a gap and without a double', async () => {
    const books = await newBooks();
    for (let index = 0; index < 6; index++)
      await books.run(createJournalSchedule, { ...rent(books), ...monthly, everyUnit: 'week', startsOn: '2026-01-01' });
    await ring();
    const name = `killed ${books.tenantId}`;
    const url = new URL((await testDatabase()).urls.app);
    url.searchParams.set('application_name', name);
    const victim = openDatabase({ url: url.toString(), poolSize: 2, preparedStatements: true });
    let kills = 0;
    for (let attempt = 0; attempt < 12; attempt++) {
      const work = doBackgroundWork(books, 1, victim).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
      const killed = await asAdministrator('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
        name,
      ]);
      kills += killed.length;
      await work;
    }
    await victim.close();
    await doBackgroundWork(books);
    expect(kills).toBeGreaterThan(0);
    const dates = await datesOf(books);
    expect(dates).toHaveLength(6 * 26);
    expect([...Map.groupBy(dates, (date) => date).values()].every((same) => same.length === 6)).toBe(true);
    expect(await violations()).toEqual({});
  });

  it('waits for an open period, says why, and is posted when there is one', async () => {
    const books = await newBooks();
    const february = await periodOf(books, '2026-02-01');
    await books.run(lockPeriod, { id: february });
    const { id } = await books.run(createJournalSchedule, { ...rent(books), ...monthly });
    await workOff(books);
    expect(await datesOf(books)).toEqual(['2026-01-31']);
    expect(await books.run(getJournalSchedule, { id })).toMatchObject({
      nextOn: '2026-02-28',
      failure: 'The period of 2026-02-28 is locked.',
    });
    await books.run(unlockPeriod, { id: february });
    await tomorrow(books);
    await workOff(books);
    expect(await datesOf(books)).toEqual(monthEnds);
    expect(await books.run(getJournalSchedule, { id })).toMatchObject({ failure: null });
  });

  it('becomes drafts where that is asked for, and waits for approval above the limit', async () => {
    const books = await newBooks();
    const { version } = await books.run(getJournalSetting, {});
    await books.run(updateJournalSetting, { approvalAbove: '100.00', version });
    await books.run(createJournalSchedule, { ...rent(books, '500.00'), ...monthly, endsOn: '2026-01-31' });
    await books.run(createJournalSchedule, { ...rent(books, '50.00'), ...monthly, endsOn: '2026-01-31', does: 'draft' });
    await workOff(books);
    expect(await datesOf(books)).toEqual([]);
    const { items } = await books.run(listJournalDrafts, {});
    expect(new Set(items.map(({ status, total }) => `${status} ${total.amount}`))).toEqual(
      new Set(['awaiting_approval 500.00', 'draft 50.00']),
    );
    expect(items.every(({ authorIds, scheduledFor }) => authorIds[0] === books.userId && scheduledFor === '2026-01-31')).toBe(
      true,
    );
    expect((await books.run(listJournalDrafts, { waitsForMe: 'true' })).items).toEqual([]);
  });

  it('is refused when it could never be posted', async () => {
    const books = await newBooks();
    const [first] = rent(books).lines;
    const refused = (code: string) => expect.objectContaining({ code });
    await expect(books.run(createJournalSchedule, { ...rent(books), ...monthly, endsOn: '2026-01-20' })).rejects.toThrow(
      refused('invalid_period'),
    );
    await expect(books.run(createJournalSchedule, { ...monthly, description: 'Rent', lines: [first, first] })).rejects.toThrow(
      refused('accounting.unbalanced_entry'),
    );
  });
});

describe('a reversal that was promised', () => {
  it('is posted once its day has come and a fiscal year covers it', async () => {
    const books = await newBooks();
    const entry = await books.run(postJournal, { ...rent(books), date: '2026-02-10', reverseOn: '2031-03-01' });
    expect(entry.reversedById).toBeNull();
    expect(await wakeUpOf(books)).toEqual([{ day: '2031-03-01' }]);
    // Five years later, in the eyes of the promise.
    await asAdministrator(`update planned_reversals set reverse_on = '2025-12-31' where tenant_id = $1`, [books.tenantId]);
    await tomorrow(books);
    await workOff(books);
    expect((await books.run(getJournal, { id: entry.id })).reversedById).toBeNull();
    const kept = await asAdministrator('select failure from planned_reversals where tenant_id = $1', [books.tenantId]);
    expect(kept).toEqual([{ failure: 'No fiscal year covers 2025-12-31. Open one first.' }]);
    await books.run(openFiscalYear, { startsOn: '2025-01-01' });
    await tomorrow(books);
    await workOff(books);
    const { reversedById } = await books.run(getJournal, { id: entry.id });
    expect(await books.run(getJournal, { id: reversedById })).toMatchObject({ date: '2025-12-31', reversalOfId: entry.id });
    expect(await violations()).toEqual({});
  });
});
