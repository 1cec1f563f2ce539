import type { Ctx } from '@atlas/platform';
import { openDatabase } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection } from '../../platform/src/db/connection.ts';
import { internals } from '../../platform/src/db/database.ts';
import { type Sql, sql } from '../../platform/src/db/sql.ts';
import { testDatabase } from './database.ts';
import { newWorld } from './world.ts';

/** Answers and refusals of statements that were sent in one turn, in their order. */
const together = (connection: Connection, ...statements: readonly Sql[]): Promise<unknown[]> =>
  Promise.all(statements.map((statement) => connection.rows(statement).catch(({ code, message }) => code ?? message)));

describe.each([true, false])('statements in packets, prepared: %s', (preparedStatements) => {
  let ctx: Ctx;

  beforeAll(async () => {
    const { urls } = await testDatabase();
    const db = openDatabase({ url: urls.app, poolSize: 1, preparedStatements });
    ctx = { ...(await newWorld()).ctx(), db };
  });
  afterAll(() => ctx.db.close());

  async function inside<T>(mode: 'read' | 'write', run: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await Connection.open(ctx, mode);
    try {
      return await run(connection);
    } finally {
      if (mode === 'write') await connection.rollback();
      connection.release();
    }
  }
  const reading = (...statements: readonly Sql[]) => inside('read', (connection) => together(connection, ...statements));

  const tenant = sql`select current_setting('app.tenant_id') as tenant`;
  const works = () => expect(reading(tenant)).resolves.toEqual([[{ tenant: ctx.tenantId }]]);

  it('are answered each by its own rows, in the types of the house, also the second time', async () => {
    const values = sql`select ${'9007199254740993'}::bigint as amount, null::text as nothing, date '2026-03-01' as day, array[1, 2] as list`;
    const one = [{ amount: 9007199254740993n, nothing: null, day: '2026-03-01', list: [1, 2] }];
    const none = sql`select 1 as one where false`;
    for (let time = 0; time < 2; time++)
      expect(await reading(values, none, tenant)).toEqual([one, [], [{ tenant: ctx.tenantId }]]);
  });

  it('can read only, and leave nothing of the tenant on the connection', async () => {
    expect(await reading(sql`create temporary table written (id integer)`)).toEqual(['25006']);
    const left = await inside('read', async (connection) => {
      await connection.rows(tenant);
      return connection.rows<{ left: string }>(sql`select txid_current_if_assigned()::text as left`);
    });
    expect(left).toEqual([{ left: null }]);
    const settings = `select coalesce(current_setting('app.tenant_id', true), '') as tenant, current_setting('transaction_read_only') as "readOnly"`;
    expect((await ctx.db[internals].pool.query(settings)).rows).toEqual([{ tenant: '', readOnly: 'off' }]);
  });

  it.each([
    ['cannot be parsed', sql`select from where`, '42601'],
    ['cannot be bound', sql`select ${'none'}::uuid as id`, '22P02'],
    ['fails while it runs', sql`select 1 / (extract(year from now()) - extract(year from now())) as nothing`, '22012'],
  ])('fail with the first that %s, and those behind it did not run', async (_how, broken, code) => {
    const before = sql`select 1 as one`;
    const behind = sql`select ${code}::text as behind`;
    for (let time = 0; time < 2; time++) expect(await reading(before, broken, behind)).toEqual([[{ one: 1 }], code, code]);
    expect(await reading(behind)).toEqual([[{ behind: code }]]);
    await works();
  });

  it('are not sent when a value cannot be told', async () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    const [first, second] = await reading(tenant, sql`select ${endless}::jsonb as value`);
    expect(first).toMatch(/circular/);
    expect(second).toBe(first);
    await works();
  });

  it('fail alone when a row cannot be read: the others were answered', async () => {
    const never = sql`select timestamptz 'infinity' as at`;
    expect(await reading(never, tenant)).toEqual([expect.stringMatching(/invalid time/i), [{ tenant: ctx.tenantId }]]);
    await works();
  });

  it('are one transaction from BEGIN to its end when they write, in any number of packets', async () => {
    await inside('write', async (connection) => {
      const [{ id }] = (await connection.rows<{ id: string }>(sql`select pg_current_xact_id()::text as id`)) as [{ id: string }];
      connection.tell(sql`create temporary table written (id integer)`);
      expect(await together(connection, sql`select pg_current_xact_id()::text as id`, sql`select id from written`)).toEqual([
        [{ id }],
        [],
      ]);
      expect(await together(connection, sql`select nothing`, tenant)).toEqual(['42703', '42703']);
      expect(await together(connection, tenant)).toEqual(['25P02']);
      await expect(connection.commit()).rejects.toThrow('not committed: ROLLBACK');
    });
    await works();
  });

  it('are rolled back when something throws before they have left', async () => {
    await inside('write', async (connection) => {
      connection.tell(sql`create temporary table written (id integer)`);
    });
    await inside('write', async (connection) => {
      connection.tell(sql`select nothing`);
    });
    await works();
    expect(await reading(sql`select to_regclass('pg_temp.written') as written`)).toEqual([[{ written: null }]]);
  });
});
