import type { ChildProcess } from 'node:child_process';
import type * as accounting from '@atlas/accounting/contract';
import type * as imports from '@atlas/imports/contract';
import { newBooks, operationNamed, testDatabase, testStorageFolder, upload, violations } from '@atlas/testing';
import { spawnWorker } from '@atlas/testing/image';
import { ended, stopChild } from '@atlas/testing/services';
import { afterEach, describe, expect, inject, it } from 'vitest';

const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

type Books = Awaited<ReturnType<typeof newBooks>>;

const running = new Set<ChildProcess>();

/** Starts a real worker process, of the built image where that is tested, on this test's database and a Redis database of its own. */
async function startWorker(redisDatabase: number): Promise<ChildProcess> {
  const { urls } = await testDatabase();
  const redisUrl = `${inject('redisUrl')}/${redisDatabase}`;
  const child = spawnWorker({ urls, redisUrl, storageFolder: testStorageFolder() }, { WORKER_LOCK_MS: '900' });
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

afterEach(() => Promise.all([...running].map((child) => stopChild(child, 'SIGKILL'))));

const orders = 900;

/** A company's customers and invoices: a few seconds of work. */
function files(): Record<string, string> {
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => row(index + 1)).join('\n');
  return {
    'customers.csv': `CustomerID,CompanyName\n${rows(300, (n) => `C${n},Customer ${n}`)}\n`,
    'products.csv': `SKU,ProductName,Price\n${rows(20, (n) => `P${n},Product ${n},${n}.50`)}\n`,
    'orders.csv': `OrderID,CustomerID,OrderDate\n${rows(orders, (n) => `O${n},C${(n % 300) + 1},2026-0${(n % 9) + 1}-15`)}\n`,
    'lines.csv': `OrderID,SKU,Quantity,Price\n${rows(orders * 3, (n) => `O${(n % orders) + 1},P${(n % 20) + 1},1,1.00`)}\n`,
  };
}

async function until(
  books: Books,
  id: string,
  condition: (state: Awaited<ReturnType<typeof read>>) => boolean,
  timeoutMs = 60_000,
) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const state = await read(books, id);
    if (condition(state)) return state;
    if (Date.now() > deadline)
      throw new Error(`the import is still ${state.status} at ${state.doneCount} of ${state.totalCount}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

const read = (books: Books, id: string) => books.run(getImport, { id });

async function expectWhole(books: Books, id: string): Promise<void> {
  const state = await read(books, id);
  expect(state.counts.every(({ created, total }) => created === total)).toBe(true);
  expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).totalDebit.amount).toBe((orders * 3).toFixed(2));
  expect(await violations()).toEqual({});
}

describe('the worker', () => {
  it('checks and runs an import that the API asked for, and drains on SIGTERM', async () => {
    const books = await newBooks();
    const id = await upload(books, files());
    const worker = await startWorker(1);
    await books.run(checkImport, { id });
    await until(books, id, ({ status }) => status === 'checked');
    await books.run(runImport, { id });
    await until(books, id, ({ status }) => status === 'completed');
    await expectWhole(books, id);
    worker.kill('SIGTERM');
    expect(await ended(worker)).toBe('ended with code 0');
  });

  it('hands a job back that is in the middle when it is asked to stop, within the time that it has for that', async () => {
    const books = await newBooks();
    const id = await upload(books, files());
    const first = await startWorker(27);
    await books.run(checkImport, { id });
    await until(books, id, ({ status }) => status === 'checked');
    await books.run(runImport, { id });
    const { doneCount } = await until(books, id, (state) => state.status === 'running' && state.doneCount > 0);
    first.kill('SIGTERM');
    expect(await ended(first)).toBe('ended with code 0');
    const left = await read(books, id);
    expect([left.status, left.doneCount < (left.totalCount ?? 0)]).toEqual(['running', true]);
    expect(left.doneCount).toBeGreaterThanOrEqual(doneCount);
    await startWorker(27);
    await until(books, id, ({ status }) => status === 'completed');
    await expectWhole(books, id);
  });

  it('loses and doubles nothing when it is killed again and again in the middle', async () => {
    const books = await newBooks();
    const id = await upload(books, files());
    await books.run(checkImport, { id });
    let kills = 0;
    for (const status of ['checked', 'completed']) {
      if (status === 'completed') await books.run(runImport, { id });
      for (let attempt = 0; attempt < 4; attempt++) {
        const worker = await startWorker(2);
        // Random instants: while it starts, stages, writes or commits.
        await new Promise((resolve) => setTimeout(resolve, 900 + Math.random() * 900));
        await stopChild(worker, 'SIGKILL');
        kills += 1;
      }
      const survivor = await startWorker(2);
      await until(books, id, (state) => state.status === status);
      await stopChild(survivor, 'SIGTERM');
    }
    expect(kills).toBe(8);
    await expectWhole(books, id);
  }, 150_000);
});
