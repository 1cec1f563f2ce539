import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, type Books, newBooks, testDatabase } from '@atlas/testing';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { postJournal } from '../journals/post-journal.ts';
import { listLockOverrides } from './list-lock-overrides.ts';
import { listLocks } from './list-locks.ts';
import { overrideLock } from './override-lock.ts';
import { setLock } from './set-lock.ts';

const refused = (code: string) => expect.objectContaining({ code });

const rent = (books: Books, date: string) => ({
  date,
  description: 'Rent',
  lines: [
    { accountId: books.account('6020'), debit: '10.00' },
    { accountId: books.account('1020'), credit: '10.00' },
  ],
});

/** Runs a statement as the app role inside a tenant, past the application. */
async function asApp(tenantId: string, text: string, values: unknown[]): Promise<void> {
  const { urls } = await testDatabase();
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    await client.query(text, values);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function countEntries({ tenantId }: Books): Promise<number> {
  const [row] = await asAdministrator<{ count: number }>(
    'select count(*)::integer as count from journal_entries where tenant_id = $1',
    [tenantId],
  );
  return row?.count ?? 0;
}

describe('a lock of an area', () => {
  it('takes no postings through its day, leaves other areas alone, and is opened again', async () => {
    const books = await newBooks();
    await books.run(setLock, { area: 'sales', lockedThrough: '2026-02-28' });
    await books.run(postJournal, rent(books, '2026-02-28'));
    const { items } = await books.run(setLock, { area: 'general', lockedThrough: '2026-02-28' });
    expect(items.filter(({ lockedThrough }) => lockedThrough !== null).map(({ area }) => area)).toEqual(['sales', 'general']);
    await expect(books.run(postJournal, rent(books, '2026-02-28'))).rejects.toThrow(refused('accounting.area_locked'));
    await books.run(postJournal, rent(books, '2026-03-01'));
    await books.run(setLock, { area: 'all', lockedThrough: null });
    await books.run(postJournal, rent(books, '2026-02-28'));
    expect((await books.run(listLocks, {})).items.every(({ lockedThrough }) => lockedThrough === null)).toBe(true);
  });

  it('lets somebody post who said why, for a while, and leaves a trace of each posting', async () => {
    const books = await newBooks();
    await books.run(setLock, { area: 'all', lockedThrough: '2026-02-28' });
    const { id, grantedTo } = await books.run(overrideLock, { area: 'general', reason: 'A late invoice', minutes: 5 });
    expect(grantedTo).toBe(books.userId);
    const entry = await books.run(postJournal, rent(books, '2026-02-10'));
    const { items } = await books.run(listLockOverrides, {});
    expect(items).toEqual([
      expect.objectContaining({ entryId: entry.id, area: 'general', lockedThrough: '2026-02-28', reason: 'A late invoice' }),
    ]);
    await books.run(postJournal, rent(books, '2026-03-01'));
    expect((await books.run(listLockOverrides, {})).items).toHaveLength(1);
    expect((await books.run(listLocks, {})).exceptions.map((each) => each.id)).toEqual([id]);
    const somebodyElse = { kind: 'user' as const, id: uuidv7(), may: () => true };
    await expect(books.run(postJournal, rent(books, '2026-02-10'), { actor: somebodyElse })).rejects.toThrow(
      refused('accounting.area_locked'),
    );
  });

  it('holds again once an exception has expired', async () => {
    const books = await newBooks();
    await books.run(setLock, { area: 'general', lockedThrough: '2026-02-28' });
    await asAdministrator(
      `insert into lock_exceptions (tenant_id, id, area, granted_to, reason, created_at, expires_at)
       values ($1, $2, 'general', $3, 'Yesterday', now() - interval '2 hours', now() - interval '1 hour')`,
      [books.tenantId, uuidv7(), books.userId],
    );
    await expect(books.run(postJournal, rent(books, '2026-02-28'))).rejects.toThrow(refused('accounting.area_locked'));
  });

  it('is held by PostgreSQL, whatever the program believes, and so is its trace', async () => {
    const books = await newBooks();
    const entry = await books.run(postJournal, rent(books, '2026-02-10'));
    await books.run(setLock, { area: 'general', lockedThrough: '2026-02-28' });
    const as = (text: string, values: unknown[]) => asApp(books.tenantId, text, values);
    const copy = `insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, line_count, posted_by, area)
      select tenant_id, $2, $3, date, period_id, description, $4, line_count, $5, 'general' from journal_entries where tenant_id = $1 and id = $6`;
    const given = (kind: string, by: string) => [books.tenantId, uuidv7(), uuidv7(), kind, by, entry.id];
    await expect(as(copy, given('journal', books.userId))).rejects.toThrow('accounting.area_locked');
    await expect(as(copy, given('accounting.year_close', books.userId))).rejects.toThrow('accounting.not_a_close');
    await books.run(overrideLock, { area: 'general', reason: 'A test' });
    await books.run(postJournal, rent(books, '2026-02-10'));
    await expect(as('delete from lock_overrides where tenant_id = $1', [books.tenantId])).rejects.toThrow();
    await expect(as('update lock_exceptions set reason = $2 where tenant_id = $1', [books.tenantId, 'x'])).rejects.toThrow();
  });

  it('and a posting at the same moment: one of them wins, and nothing slips in afterwards', async () => {
    const books = await newBooks();
    for (let round = 0; round < 40; round++) {
      await books.run(setLock, { area: 'general', lockedThrough: null });
      const posts = Array.from({ length: 4 }, () => books.run(postJournal, rent(books, '2026-02-10')));
      const lock = books.run(setLock, { area: 'general', lockedThrough: '2026-02-28' }).then(() => countEntries(books));
      const outcomes = await Promise.allSettled(posts);
      const known = await lock;
      expect(await countEntries(books)).toBe(known);
      for (const each of outcomes) if (each.status === 'rejected') expect(each.reason).toEqual(refused('accounting.area_locked'));
    }
  });
});
