import { asAdministrator, type Books, bytesOf, doBackgroundWork, newBooks, sendBytes } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createBankAccount } from '../accounts/create-bank-account.ts';
import { getBankAccount, readBankBalances } from '../accounts/read-bank-accounts.ts';
import { beginStatementUpload } from './begin-statement-upload.ts';
import { importStatements } from './import-statements.ts';
import { getStatementImport, listStatementLines, listStatements } from './read-bank-statements.ts';

const number = 'NL91ABNA0417164300';

type Line = readonly [day: string, mark: 'C' | 'D', amount: string, text: string];

/** A message of MT940 over some lines; balances are given so that they may be wrong. */
const mt940 = (page: string, opening: string, closing: string, lines: readonly Line[]): string => {
  const [first = '260301', last = first] = [lines[0]?.[0], lines.at(-1)?.[0]];
  const entries = lines.map(([day, mark, amount, text]) => `:61:${day}${day.slice(2)}${mark}${amount}NTRFNONREF\n:86:${text}\n`);
  return `:20:X${page}\n:25:${number}\n:28C:${page}/1\n:60F:C${first}EUR${opening}\n${entries.join('')}:62F:C${last}EUR${closing}\n-\n`;
};

const coffee: Line = ['260302', 'D', '3,50', 'Coffee'];

async function withAccount(): Promise<{ books: Books; id: string }> {
  const books = await newBooks();
  const { id } = await books.run(createBankAccount, {
    name: 'House bank',
    number,
    currency: 'EUR',
    ledgerAccountId: books.account('1020'),
  });
  return { books, id };
}

/** Hands a file in; no job has read it yet. */
async function handOver(books: Books, id: string, content: string): Promise<{ importId: string }> {
  const bytes = Buffer.from(content);
  const begun = await books.run(
    beginStatementUpload,
    { id, name: 'a.sta', byteCount: bytes.length },
    { at: new Date().toISOString() },
  );
  await sendBytes(begun, bytesOf(bytes));
  return { importId: (await books.run(importStatements, { id, uploadId: begun.id })).id };
}

async function handIn(books: Books, id: string, content: string) {
  const { importId } = await handOver(books, id, content);
  await doBackgroundWork(books);
  return books.run(getStatementImport, { id: importId });
}

const linesOf = async (books: Books, id: string) => (await books.run(listStatementLines, { id, limit: 200 })).items;

describe('statements of a bank', () => {
  it('come in once: two equal lines of a day are two, and the same file again adds nothing', async () => {
    const { books, id } = await withAccount();
    const file = mt940('1', '100,00', '193,00', [
      coffee,
      coffee,
      ['260303', 'C', '100,00', '/NAME/Customer One/REMI/INV-7/IBAN/DE89370400440532013000/'],
    ]);
    expect(await handIn(books, id, file)).toMatchObject({
      status: 'completed',
      format: 'mt940',
      statementCount: 1,
      doneCount: 1,
      lineCount: 3,
      newLineCount: 3,
    });
    const lines = await linesOf(books, id);
    expect(lines.map(({ amount }) => amount.amount)).toEqual(['100.00', '-3.50', '-3.50']);
    expect(lines[0]).toMatchObject({
      counterpartyName: 'Customer One',
      counterpartyAccount: 'DE89370400440532013000',
      text: 'INV-7',
    });
    expect(await handIn(books, id, file)).toMatchObject({
      status: 'completed',
      lineCount: 3,
      newLineCount: 0,
      newStatementCount: 0,
    });
    expect(await linesOf(books, id)).toEqual(lines);
    expect(await books.run(getBankAccount, { id })).toMatchObject({ balance: { amount: '193.00' }, balanceOn: '2026-03-03' });
    expect((await books.run(readBankBalances, { id })).items).toEqual([
      { date: '2026-03-02', balance: { amount: '93.00', currency: 'EUR' } },
      { date: '2026-03-03', balance: { amount: '193.00', currency: 'EUR' } },
    ]);
  });

  it('that overlap bring only what is new; one that goes on where the newest ended brings all of its lines', async () => {
    const { books, id } = await withAccount();
    await handIn(books, id, mt940('1', '100,00', '96,50', [coffee]));
    const overlapping = mt940('2', '100,00', '86,50', [coffee, ['260303', 'D', '10,00', 'Lunch']]);
    expect(await handIn(books, id, overlapping)).toMatchObject({ lineCount: 2, newLineCount: 1 });
    const lunch: Line = ['260303', 'D', '10,00', 'Lunch'];
    expect(await handIn(books, id, mt940('3', '86,50', '76,50', [lunch]))).toMatchObject({ lineCount: 1, newLineCount: 1 });
    expect(await handIn(books, id, mt940('3', '86,50', '76,50', [lunch]))).toMatchObject({ newLineCount: 0 });
    expect((await linesOf(books, id)).map(({ amount }) => amount.amount)).toEqual(['-10.00', '-10.00', '-3.50']);
  });

  it('come in any order, and in parts that overlap: the lines of all are there once', async () => {
    const { books, id } = await withAccount();
    const day = (date: string, count: number): Line[] => Array.from({ length: count }, () => [date, 'D', '1,00', 'Toll']);
    const first = mt940('1', '100,00', '97,00', [...day('260301', 2), ...day('260302', 1)]);
    const third = mt940('3', '94,00', '92,00', day('260304', 2));
    for (const file of [third, first]) await handIn(books, id, file);
    const all = [...day('260301', 2), ...day('260302', 3), ...day('260303', 1), ...day('260304', 2)];
    // A longer report of the same days holds what is missing.
    expect(await handIn(books, id, mt940('99', '100,00', '92,00', all))).toMatchObject({ lineCount: 8, newLineCount: 3 });
    for (const file of [third, first, mt940('99', '100,00', '92,00', all), mt940('98', '100,00', '92,00', all)])
      expect(await handIn(books, id, file)).toMatchObject({ newLineCount: 0 });
    expect(await linesOf(books, id)).toHaveLength(8);
    expect(await books.run(getBankAccount, { id })).toMatchObject({ balance: { amount: '92.00' } });
  });

  it('are kept with a warning when they do not balance, or do not begin where the one before ended', async () => {
    const { books, id } = await withAccount();
    await handIn(books, id, mt940('1', '100,00', '96,50', [coffee]));
    await handIn(books, id, mt940('2', '50,00', '41,00', [['260305', 'D', '10,00', 'Lunch']]));
    const [second, first] = (await books.run(listStatements, { id })).items;
    expect(first?.warnings).toEqual([]);
    expect(second?.warnings).toEqual([
      { code: 'gap_to_previous', values: { closing: '96.50', on: '2026-03-02', opening: '50.00', currency: 'EUR' } },
      {
        code: 'does_not_balance',
        values: {
          opening: '50.00',
          movements: '-10.00',
          expected: '40.00',
          closing: '41.00',
          difference: '1.00',
          currency: 'EUR',
        },
      },
    ]);
    expect(await linesOf(books, id)).toHaveLength(2);
  });

  it('fail as a whole when the file is of another account, is no statement, or expands entities', async () => {
    const { books, id } = await withAccount();
    const foreign = mt940('1', '1,00', '1,00', []).replace(number, 'DE89370400440532013000');
    expect(await handIn(books, id, foreign)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('DE89370400440532013000'),
    });
    expect(await handIn(books, id, 'a,b\n1,2\n')).toMatchObject({ status: 'failed', error: expect.stringContaining('columns') });
    const bomb = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>';
    expect(await handIn(books, id, bomb)).toMatchObject({ status: 'failed', error: expect.stringContaining('document type') });
    expect(await handIn(books, id, mt940('1', '1,00', '-2,50', []).slice(0, 60))).toMatchObject({ newLineCount: 0 });
  });

  it('are not changed and not deleted, by nobody who works with Atlas', async () => {
    const { books, id } = await withAccount();
    await handIn(books, id, mt940('1', '100,00', '96,50', [coffee]));
    for (const [table, change] of [
      ['bank_statement_lines', 'amount_minor = 0'],
      ['bank_statements', 'closing_minor = 0'],
    ] as const)
      for (const attempt of [`update ${table} set ${change}`, `delete from ${table}`])
        await expect(asAdministrator(`set role atlas_app; ${attempt}; reset role`, [])).rejects.toThrow(
          /permission denied for table/,
        );
  });

  it('of two files that say the same come in once, handed in together', async () => {
    const { books, id } = await withAccount();
    const file = mt940('1', '100,00', '93,00', [coffee, coffee]);
    for (const _again of [1, 2, 3]) await handOver(books, id, file);
    await doBackgroundWork(books);
    expect(await linesOf(books, id)).toHaveLength(2);
  });

  it('are kept whole when the worker that takes them in is replaced in the middle', async () => {
    const { books, id } = await withAccount();
    const pages = 150;
    const file = Array.from({ length: pages }, (_, page) => {
      const opening = 10_000 - page * 7;
      return mt940(String(page + 1), `${opening},00`, `${opening - 7},00`, [coffee, coffee]);
    }).join('');
    const { importId } = await handOver(books, id, file);
    const first = doBackgroundWork(books, 1);
    let done = 0;
    while (done === 0) done = (await books.run(getStatementImport, { id: importId })).doneCount;
    expect(done).toBeLessThan(pages);
    await Promise.all([first, doBackgroundWork(books)]);
    expect(await books.run(getStatementImport, { id: importId })).toMatchObject({
      status: 'completed',
      doneCount: pages,
      newStatementCount: pages,
      newLineCount: 2 * pages,
    });
    const [{ count } = { count: '' }] = await asAdministrator<{ count: string }>(
      'select count(*) from bank_statement_lines where bank_account_id = $1',
      [id],
    );
    expect(String(count)).toBe(String(2 * pages));
    expect((await handIn(books, id, file)).newLineCount).toBe(0);
  });
});
