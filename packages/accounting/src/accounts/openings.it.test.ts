import { asAdministrator, type Books, createParty, importFiles, newBooks, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { listJournals } from '../journals/list-journals.ts';
import { reverseJournal } from '../journals/reverse-journal.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';

const header = 'account,debit,credit,party,reference,due on,date';
const rows = [
  '1020,1500.00,,,,,',
  '1100,119.00,,C1,RE-1,2026-01-31,',
  '1100,81.00,,C1,RE-2,2026-02-15,',
  '2100,,300.00,S1,ER-7,2026-01-20,',
  '3010,,1000.00,,,,',
  '1510,0.00,0.00,,,,',
];

async function openedBooks(): Promise<Books> {
  const books = await newBooks('2026-01-01');
  await books.run(createParty, { code: 'C1', name: 'Customer', isCustomer: true });
  await books.run(createParty, { code: 'S1', name: 'Supplier', isSupplier: true });
  return books;
}

const take = (books: Books, lines: readonly string[]) =>
  importFiles(books, { 'opening_balances.csv': `${header}\n${lines.join('\n')}\n` });

async function balances(books: Books): Promise<Record<string, string>> {
  const { rows: shown } = await books.run(readTrialBalance, { asOf: '2026-01-01' });
  const signed = (debit: string, credit: string) => (debit === '0.00' ? `-${credit}` : debit);
  return Object.fromEntries(shown.map(({ code, debit, credit }) => [code, signed(debit.amount, credit.amount)]));
}

describe('opening balances', () => {
  it('are posted against the opening account on the first day, and twice imported change nothing', async () => {
    const books = await openedBooks();
    const first = await take(books, rows);
    expect(first.status).toBe('completed');
    const expected = { '1020': '1500.00', '1100': '200.00', '2100': '-300.00', '3010': '-1000.00', '3030': '-400.00' };
    expect(await balances(books)).toEqual(expected);
    await take(books, rows);
    expect(await balances(books)).toEqual(expected);
    expect((await books.run(listJournals, { limit: 50 })).items).toHaveLength(5);
    expect(await violations()).toEqual({});
  });

  it('of customers and suppliers are open items with their due dates', async () => {
    const books = await openedBooks();
    await take(books, rows);
    const items = await asAdministrator(
      `select ledger, to_char(due_on, 'YYYY-MM-DD') as due, residual_minor::text as minor, source_kind as kind
       from open_items where tenant_id = $1 order by due_on`,
      [books.tenantId],
    );
    const kind = 'accounting.opening_balance';
    expect(items).toEqual([
      { ledger: 'payable', due: '2026-01-20', minor: '-30000', kind },
      { ledger: 'receivable', due: '2026-01-31', minor: '11900', kind },
      { ledger: 'receivable', due: '2026-02-15', minor: '8100', kind },
    ]);
  });

  it('are refused in words where they could not be posted, and taken again with another amount once reversed', async () => {
    const books = await openedBooks();
    await take(books, rows);
    await take(books, [
      '1100,5.00,,,RE-9,,',
      '1020,1.00,2.00,,X,,',
      '9999,1.00,,,,,',
      '1020,1600.00,,,,,',
      '1020,7.00,,,Y,,2019-01-01',
    ]);
    const refusals = await asAdministrator<{ message: string }>(
      `select message from import_rows where tenant_id = $1 and status = 'refused' order by sequence`,
      [books.tenantId],
    );
    expect(refusals.map(({ message }) => message)).toEqual([
      expect.stringContaining('say by the party'),
      expect.stringContaining('debit or credit'),
      expect.stringContaining('no account "9999"'),
      expect.stringContaining('another amount'),
      expect.stringContaining('No fiscal year covers'),
    ]);
    const { items } = await books.run(listJournals, { q: '1020', limit: 50 });
    await books.run(reverseJournal, { id: items[0]?.id, date: '2026-01-01' });
    await take(books, ['1020,1600.00,,,,,']);
    expect((await balances(books))['1020']).toBe('1600.00');
  });
});
