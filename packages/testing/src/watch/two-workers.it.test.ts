import type { ChildProcess } from 'node:child_process';
import type * as imports from '@atlas/imports/contract';
import { modules } from '@atlas/modules';
import { handlersOf } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newBooks } from '../books.ts';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';
import { upload } from '../importing.ts';
import { violations } from '../invariants.ts';
import { operationNamed } from '../operations.ts';
import { spawnProgram, stopChild } from '../services/index.ts';
import { testStorageFolder } from '../world.ts';
import { type Line, linesOf, until } from './lines.ts';

useOwnDatabase();

const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');

let workers: readonly { readonly child: ChildProcess; readonly lines: Line[] }[] = [];

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/31`, storageFolder: testStorageFolder() };
  workers = ['one', 'other'].map((RELEASE) => {
    const child = spawnProgram('worker', ground, { LOG_LEVEL: 'debug', RELEASE });
    return { child, lines: linesOf(child) };
  });
  await until('two workers', () => workers.every(({ lines }) => lines.some(({ msg }) => msg === 'ready')));
});
afterAll(() => Promise.all(workers.map(({ child }) => stopChild(child, 'SIGTERM'))));

/** A company that imports a few orders, again and again. */
async function work(rounds: number): Promise<void> {
  const books = await newBooks();
  for (let round = 0; round < rounds; round++) {
    const files = {
      'customers.csv': `CustomerID,CompanyName\nC${round},Customer\n`,
      'products.csv': `SKU,ProductName,Price\nP${round},Product,1.50\n`,
      'orders.csv': `OrderID,CustomerID,OrderDate\nO${round},C${round},2026-03-15\n`,
      'lines.csv': `OrderID,SKU,Quantity,Price\nO${round},P${round},1,1.00\n`,
    };
    const id = await upload(books, files);
    const untilIt = (status: string) => until(status, async () => (await books.run(getImport, { id })).status === status);
    await books.run(checkImport, { id });
    await untilIt('checked');
    await books.run(runImport, { id });
    await untilIt('completed');
  }
}

const told = (wanted: string): Line[] => workers.flatMap(({ lines }) => lines.filter(({ msg }) => msg === wanted));

/** When a round of upkeep began and ended. */
const spanOf = ({ time, ms }: Line) => ({ from: Date.parse(time) - Number(ms), to: Date.parse(time) });

describe('two workers', () => {
  beforeAll(async () => {
    await Promise.all([work(5), work(5), work(5)]);
    const waiting = 'select from outbox_messages where handled_at is null';
    await until('the end', async () => (await asAdministrator(waiting)).length === 0);
  }, 180_000);

  it('both work, and do each job once', async () => {
    const jobs = [...handlersOf(modules).keys()];
    const messages = await asAdministrator<{ id: string }>('select id from outbox_messages where name = any($1)', [jobs]);
    expect(messages).toHaveLength(30);
    expect(
      told('job done')
        .map((line) => line.messageId)
        .sort(),
    ).toEqual(messages.map(({ id }) => id).sort());
    expect(new Set(told('job done').map((line) => line.release)).size).toBe(2);
  });

  it('keep the house of a tenant one after the other, and all of it', async () => {
    const rounds = Map.groupBy(told('upkeep done'), (line) => line.tenantId);
    expect(rounds.size).toBe(3);
    for (const lines of rounds.values()) {
      const spans = lines.map(spanOf).sort((a, b) => a.from - b.from);
      // Times are whole milliseconds.
      for (const [index, { to }] of spans.slice(0, -1).entries()) expect(spans[index + 1]?.from).toBeGreaterThanOrEqual(to - 1);
    }
    expect(await asAdministrator('select from balance_deltas')).toEqual([]);
    expect(await violations()).toEqual({});
  });
});
