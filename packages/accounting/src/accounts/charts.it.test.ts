import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles, newBooks, newShop, operationNamed } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { roleTypes } from '../contract/accounts.ts';
import { postJournal } from '../journals/post-journal.ts';
import { listAccounts } from './list-accounts.ts';
import { updateAccount } from './update-account.ts';

const issueInvoice = operationNamed('sales.invoice.issue');

type Books = Awaited<ReturnType<typeof newBooks>>;

const refused = (code: string) => expect.objectContaining({ code });
const emptyBooks = () => newBooks('2026-01-01', 'EUR', 'empty');

async function chartOf(books: Books) {
  const all = [];
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await books.run(listAccounts, { limit: 200, cursor });
    all.push(...items);
    if (nextCursor === null) return all;
    cursor = nextCursor;
  }
}
const withRole = async (books: Books) =>
  Object.fromEntries((await chartOf(books)).flatMap(({ role, code }) => (role ? [[role, code]] : [])));

const file = (rows: string) => ({ 'chart.csv': Buffer.from(`code,name,type,subtype,parent_code,is_group\n${rows}`) });

describe('an imported chart', () => {
  it('keeps its tree, six levels deep, and what its accounts stand for', async () => {
    const books = await emptyBooks();
    const levels = ['1', '11', '111', '1111', '11111'];
    const headings = levels.map((code, index) => `${code},Level ${index + 1},Asset,,${levels[index - 1] ?? ''},Y`).join('\n');
    const state = await importFiles(books, file(`${headings}\n111110,Debtors,Asset,Receivable,11111,N\n4,Sales,Revenue,,,N\n`));
    expect(state).toMatchObject({ status: 'completed', doneCount: 7 });
    const accounts = await chartOf(books);
    const above = (code: string) => {
      const parentId = accounts.find((each) => each.code === code)?.parentId;
      return accounts.find(({ id }) => id === parentId)?.code;
    };
    expect(['111110', ...levels.toReversed()].map(above)).toEqual([...levels.toReversed(), undefined]);
    expect(accounts.find(({ code }) => code === '111110')).toMatchObject({ role: 'receivable', isGroup: false, type: 'asset' });
    expect(accounts.find(({ code }) => code === '4')).toMatchObject({ role: null, type: 'income' });
  });

  it('comes whole in any order, over more rows than are written at once', async () => {
    const books = await emptyBooks();
    const levels = ['1', '11', '111', '1111', '11111'];
    const headings = levels.map((code, index) => `${code},"Level ""${index + 1}"", and on",Asset,,${levels[index - 1] ?? ''},Y`);
    const accounts = Array.from({ length: 450 }, (_, index) => `A${index},Account ${index},Asset,,11111,N`);
    const upsideDown = `\uFEFFcode,name,type,subtype,parent_code,is_group\r\n${[...accounts, ...headings.toReversed()].join('\r\n')}\r\n`;
    const state = await importFiles(books, { 'chart.csv': Buffer.from(upsideDown) });
    expect(state).toMatchObject({ status: 'completed', doneCount: 455, totalCount: 455 });
    const chart = await chartOf(books);
    const byId = new Map(chart.map((account) => [account.id, account]));
    const above = ({ parentId }: (typeof chart)[number]): (typeof chart)[number][] => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      return parent ? [parent, ...above(parent)] : [];
    };
    expect(chart).toHaveLength(455);
    expect(above(chart.find(({ code }) => code === 'A0') as (typeof chart)[number]).map(({ code }) => code)).toEqual(
      levels.toReversed(),
    );
    expect(chart.find(({ code }) => code === '11')?.name).toBe('Level "2", and on');
  });

  it('is judged in its dry run as it is written: circles, what stands below them, twins, wrong headings and orphans', async () => {
    const books = await emptyBooks();
    const rows = [
      '1,Round,asset,,2,Y',
      '2,And round,asset,,1,Y',
      '3,Below the circle,asset,,2,N',
      '4,Itself,asset,,4,Y',
      '5,Plain,asset,,,N',
      '5,Plain again,asset,,,N',
      '51,Below no heading,asset,,5,N',
      '6,Debts,liability,,,Y',
      '61,Of another type,asset,,6,N',
      '7,Nothing,stuff,,,Y',
      '71,Below what is refused,asset,,7,N',
      '8,Orphan,asset,,9,N',
      '62,Loan,liability,,6,N',
    ];
    const state = await importFiles(books, file(rows.join('\n')));
    expect(state).toMatchObject({ status: 'completed', totalCount: 3, doneCount: 3 });
    expect(state.counts).toMatchObject([{ created: 3, refused: 10 }]);
    expect((await chartOf(books)).map(({ code }) => code)).toEqual(['5', '6', '62']);
  });

  it('keeps what its accounts are in a cash flow, and leaves to their headings and types what they do not say', async () => {
    const books = await emptyBooks();
    const rows = [
      '1,Machines,asset,Fixed Asset,,Y',
      '11,Press,asset,,1,N',
      '12,Worn,asset,Accumulated Depreciation,1,N',
      '4,Sales,income,Bank,,N',
    ];
    await importFiles(books, file(rows.join('\n')));
    const chart = await chartOf(books);
    expect(chart.map(({ code, cashFlow }) => [code, cashFlow])).toEqual([
      ['1', 'investing'],
      ['11', null],
      ['12', 'non_cash'],
      ['4', null],
    ]);
    const [id, sales] = ['11', '4'].map((code) => chart.find((each) => each.code === code)?.id);
    expect((await books.run(updateAccount, { id, version: 1, cashFlow: 'cash' })).cashFlow).toBe('cash');
    await expect(books.run(updateAccount, { id: sales, version: 1, cashFlow: 'cash' })).rejects.toThrow(
      refused('accounting.no_such_cash_flow'),
    );
  });

  it('changes nothing the second time, and gives a role to one account only', async () => {
    const books = await emptyBooks();
    const rows = '1,Debtors,asset,Receivable,,N\n2,Other debtors,asset,Receivable,,N\n';
    await importFiles(books, file(rows));
    const before = await chartOf(books);
    expect((await importFiles(books, file(rows))).counts).toMatchObject([{ created: 0, unchanged: 2 }]);
    expect(await chartOf(books)).toEqual(before);
    expect(await withRole(books)).toEqual({ receivable: '1' });
  });

  it('refuses row by row what has no type, no heading, or one of another kind', async () => {
    const books = await emptyBooks();
    const rows = ['1,Assets,asset,,,Y', '2,Odd,stuff,,,N', '3,Lost,asset,,9,N', '4,Debt,liability,,1,N', '5,Bank,asset,Bank,1,N'];
    const state = await importFiles(books, file(rows.join('\n')));
    expect(state.counts).toMatchObject([{ created: 2, refused: 3 }]);
    expect((await chartOf(books)).map(({ code }) => code)).toEqual(['1', '5']);
  });
});

describe('what an account stands for', () => {
  it('is needed by commands: until an account stands for it nothing is posted', async () => {
    const shop = await newShop();
    const sales = await shop.run(updateAccount, { id: shop.account('4010'), version: 1, role: null });
    const invoice = {
      customerId: shop.customerId,
      date: '2026-03-10',
      lines: [{ productId: shop.productId, quantity: '1', unitPrice: '100' }],
    };
    await expect(shop.run(issueInvoice, invoice)).rejects.toThrow(refused('accounting.no_account_for_role'));
    await shop.run(updateAccount, { id: shop.account('4030'), version: 1, role: 'sales' });
    await shop.run(issueInvoice, invoice);
    await expect(shop.run(updateAccount, { id: shop.account('1100'), version: 1, role: null })).rejects.toThrow(
      refused('accounting.account_in_use'),
    );
    expect(sales.role).toBeNull();
  });

  it('is one account, of a fitting type, without postings that no document explains', async () => {
    const books = await newBooks();
    const change = (code: string, version: number, role: string | null) =>
      books.run(updateAccount, { id: books.account(code), version, role });
    await expect(change('1020', 1, 'cash')).rejects.toThrow(refused('accounting.role_taken'));
    await expect(change('4010', 1, 'cash')).rejects.toThrow(refused('accounting.role_of_another_type'));
    await expect(change('1000', 1, 'cash')).rejects.toThrow(refused('accounting.role_of_another_type'));
    await change('1010', 1, null);
    expect(await change('1400', 1, 'cash')).toMatchObject({ code: '1400', role: 'cash' });
    const lines = [
      { accountId: books.account('1510'), debit: '10' },
      { accountId: books.account('1010'), credit: '10' },
    ];
    await books.run(postJournal, { date: '2026-02-01', description: 'Chairs', lines });
    await change('1100', 1, null);
    await expect(change('1510', 1, 'receivable')).rejects.toThrow(refused('accounting.account_in_use'));
    expect(await change('1100', 2, 'receivable')).toMatchObject({ role: 'receivable' });
  });
});

describe('a template', () => {
  it.each(['standard', 'services'] as const)('%s says what its accounts stand for, each of the type it takes', async (chart) => {
    const books = await newBooks('2026-01-01', 'EUR', chart);
    for (const { role, type, isGroup } of await chartOf(books))
      if (role) expect([roleTypes[role], isGroup]).toEqual([type, false]);
    const needed = ['receivable', 'payable', 'input_tax', 'output_tax', 'sales', 'cash', 'bank', 'retained_earnings', 'opening'];
    expect(Object.keys(await withRole(books))).toEqual(expect.arrayContaining(needed));
  });
});

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'coa');
const present = existsSync(folder);
if (!present) process.stderr.write(`No published charts beside this checkout (${folder}): their import is not tested here.\n`);

type Expected = { file: string; accounts: number; groups: number; by_type: Record<string, number>; max_depth: number };

describe.skipIf(!present)('published charts', () => {
  const expected: Expected[] = present ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : [];

  it.each(expected.map((each) => [each.file.replace(/^.*\//, ''), each] as const))(
    '%s is imported whole',
    async (name, chart) => {
      const books = await emptyBooks();
      const state = await importFiles(books, { [name]: readFileSync(join(folder, name)) });
      expect(state.counts).toMatchObject([{ created: chart.accounts, refused: 0 }]);
      const accounts = await chartOf(books);
      const byId = new Map(accounts.map((account) => [account.id, account]));
      const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(byId.get(id)?.parentId ?? null));
      expect(accounts.filter(({ isGroup }) => isGroup)).toHaveLength(chart.groups);
      expect(Math.max(...accounts.map(({ id }) => depth(id)))).toBe(chart.max_depth);
      const byType = Object.entries(Object.groupBy(accounts, ({ type }) => type)).map(([type, all]) => [type, all?.length]);
      expect(Object.fromEntries(byType)).toEqual(chart.by_type);
    },
  );
});
