import type * as imports from '@atlas/imports/contract';
import { describe, expect, it } from 'vitest';
import { newBooks } from './books.ts';
import { doBackgroundWork } from './deliver.ts';
import { upload } from './importing.ts';
import { operationNamed } from './operations.ts';

const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');

const customers = 9000;
const file = `CustomerID,CompanyName\n${Array.from({ length: customers }, (_, index) => `C${index},Customer ${index}`).join('\n')}\n`;

describe('a job that is delivered twice, because a slow worker was taken for dead', () => {
  it('does its work once: the later delivery goes on, the earlier one stops at its next step', async () => {
    const books = await newBooks();
    const id = await upload(books, { 'customers.csv': file });
    const twice = async () => {
      const first = doBackgroundWork(books, 1);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await Promise.all([first, doBackgroundWork(books)]);
    };
    await books.run(checkImport, { id });
    await twice();
    expect((await books.run(getImport, { id })).counts).toMatchObject([{ total: customers, ready: customers, refused: 0 }]);
    await books.run(runImport, { id });
    await twice();
    expect(await books.run(getImport, { id })).toMatchObject({
      status: 'completed',
      counts: [{ total: customers, created: customers, refused: 0, unchanged: 0 }],
    });
  });
});
