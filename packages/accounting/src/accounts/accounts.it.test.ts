import { newBooks } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { postJournal } from '../journals/post-journal.ts';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.ts';
import { updateAccount } from './update-account.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('accounts', () => {
  it('are added under a heading of their type and take postings', async () => {
    const books = await newBooks();
    const petty = await books.run(createAccount, {
      code: '1015',
      name: 'Petty cash',
      type: 'asset',
      parentId: books.account('1000'),
    });
    const lines = [
      { accountId: petty.id, debit: '10' },
      { accountId: books.account('1010'), credit: '10' },
    ];
    const entry = await books.run(postJournal, { date: '2026-02-01', description: 'Float', lines });
    expect(entry.lines[0]).toMatchObject({ accountCode: '1015', debit: { amount: '10.00' } });
  });

  it('are refused with a code that exists, under an account that is no heading, and under one of another type', async () => {
    const books = await newBooks();
    const account = { code: '1016', name: 'Petty cash', type: 'asset' };
    await expect(books.run(createAccount, { ...account, code: '1010' })).rejects.toThrow(refused('duplicate'));
    for (const code of ['1010', '2000']) {
      await expect(books.run(createAccount, { ...account, parentId: books.account(code) })).rejects.toThrow(
        refused('accounting.not_a_group'),
      );
    }
  });

  it('are archived and then take no postings; those that commands post to are not archived', async () => {
    const books = await newBooks();
    const version = 1;
    await expect(books.run(updateAccount, { id: books.account('1100'), version, archived: true })).rejects.toThrow(
      refused('accounting.account_in_use'),
    );
    await books.run(updateAccount, { id: books.account('1400'), version, archived: true });
    const lines = [
      { accountId: books.account('1400'), debit: '10' },
      { accountId: books.account('1010'), credit: '10' },
    ];
    await expect(books.run(postJournal, { date: '2026-02-01', description: 'Late', lines })).rejects.toThrow(
      refused('accounting.account_takes_no_postings'),
    );
  });

  it('list in order of their codes, by type and by what people type', async () => {
    const books = await newBooks();
    const { items, nextCursor } = await books.run(listAccounts, { limit: 200 });
    expect(nextCursor).toBeNull();
    const codes = items.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    const income = await books.run(listAccounts, { type: 'income', q: 'freight' });
    expect(income.items.map(({ code }) => code)).toEqual(['4020']);
  });
});
