import { buffer } from 'node:stream/consumers';
import {
  allowing,
  asAdministrator,
  type Books,
  csvCells,
  doBackgroundWork,
  newBooks,
  operationNamed,
  testStorage,
  workbookNumbers,
  workbookText,
  writtenReport,
} from '@atlas/testing';
import { expect, it } from 'vitest';
import type * as contract from '../contract/exports.ts';
import { createDimension } from '../dimensions/create-dimension.ts';
import { createDimensionValue } from '../dimensions/create-value.ts';
import { readByDimension } from '../dimensions/read-by-dimension.ts';
import { postJournal } from '../journals/post-journal.ts';
import { readGeneralLedger } from '../reports/read-general-ledger.ts';
import { readStatement } from '../reports/read-statement.ts';

const exportReport = operationNamed<typeof contract.exportReport>('accounting.report.export');
const getReportFile = operationNamed<typeof contract.getReportFile>('accounting.report_file.get');
const readReportFile = operationNamed<typeof contract.readReportFile>('accounting.report_file.read');
const range = { from: '2026-01-01', to: '2026-12-31' };

async function filledBooks(entries = 6): Promise<Books> {
  const books = await newBooks('2025-01-01');
  for (let index = 1; index <= entries; index++) {
    const lines = [
      { accountId: books.account(index % 2 ? '6020' : '1510'), debit: `${index * 1111}.07` },
      { accountId: books.account('1020'), credit: `${index * 1111}.07` },
    ];
    const date = index % 3 === 0 ? '2025-06-01' : '2026-06-01';
    await books.run(postJournal, { date, description: index === 1 ? '=1+1' : `Entry ${index}, "quoted"`, lines });
  }
  return books;
}

it.each(['trial_balance', 'profit_and_loss', 'balance_sheet', 'cash_flow'] as const)(
  'the figures of a written %s are those of the API',
  async (report) => {
    const books = await filledBooks();
    const terms = { ...range, columns: 'year_before' };
    const statement = await books.run(readStatement, { kind: report, ...terms });
    const rows = csvCells(await writtenReport(books, { report, format: 'csv', ...terms }));
    expect(rows.slice(1).map((cells) => cells.slice(2))).toEqual(
      statement.lines.map(({ cells }) => cells.map((cell) => cell ?? '')),
    );
    const book = await writtenReport(books, { report, format: 'xlsx', ...terms });
    const numbers = workbookNumbers(book);
    const told = statement.lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [Number(cell)])));
    expect(numbers).toEqual(told);
  },
);

it('a ledger and the journal are written with all their lines, as PDF too, in German', async () => {
  const books = await filledBooks(30);
  const accountId = books.account('1020');
  const { items, openingBalance, closingBalance } = await books.run(readGeneralLedger, { accountId, ...range, limit: 200 });
  const ledger = csvCells(await writtenReport(books, { report: 'general_ledger', format: 'csv', accountId, ...range }));
  const balances = [openingBalance, ...items.map(({ balance }) => balance), closingBalance];
  expect(ledger.slice(1).map((cells) => cells.at(-1))).toEqual(balances.map(({ amount }) => amount));
  const journal = csvCells(await writtenReport(books, { report: 'journal', format: 'csv', to: '2026-12-31' }));
  expect(journal).toHaveLength(61);
  expect(journal.some((cells) => cells[4] === "'=1+1")).toBe(true);
  const pdf = await writtenReport(books, { report: 'journal', format: 'pdf', to: '2026-12-31', language: 'de' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

it('the journal of a value is written with its lines alone, and says whose they are', async () => {
  const books = await filledBooks(4);
  const { id: dimensionId } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const { id: valueId } = await books.run(createDimensionValue, { dimensionId, code: 'IT', name: 'Technology' });
  const lines = [
    { accountId: books.account('6020'), debit: '12.34', dimensions: [{ dimensionId, valueId }] },
    { accountId: books.account('1020'), credit: '12.34' },
  ];
  await books.run(postJournal, { date: '2026-07-01', description: 'Racks', lines });
  const terms = { report: 'journal', ...range, dimensions: [valueId] };
  const rows = csvCells(await writtenReport(books, { ...terms, format: 'csv' }));
  expect(rows.slice(1).map(([date, , ...cells]) => [date, ...cells])).toEqual([
    ['2026-07-01', '6020', 'Rent', 'Racks', '12.34', ''],
  ]);
  const book = await writtenReport(books, { ...terms, format: 'xlsx', language: 'de' });
  const texts = workbookText(book);
  expect(texts).toContain('Cost centre: IT Technology');
  expect(texts).toContain('<v>12.34</v>');
  expect(texts).not.toContain('Entry 3');
  const whole = await writtenReport(books, { report: 'journal', ...range, format: 'pdf' });
  const part = await writtenReport(books, { ...terms, format: 'pdf' });
  expect(part.subarray(0, 5).toString()).toBe('%PDF-');
  expect(part.length).toBeLessThan(whole.length);
  await expect(books.run(exportReport, { ...terms, format: 'csv', dimensions: [dimensionId] })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('values side by side are written as they are read, opened and filtered, and say of what they are', async () => {
  const books = await filledBooks(2);
  const { id: by } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const add = async (code: string, parentId: string | null) =>
    (await books.run(createDimensionValue, { dimensionId: by, code, name: code, parentId })).id;
  const all = await add('ALL', null);
  const shop = await add('SHOP', all);
  for (const [valueId, amount] of [
    [all, '10.00'],
    [shop, '2.34'],
  ])
    await books.run(postJournal, {
      date: '2026-07-01',
      description: 'Racks',
      lines: [
        { accountId: books.account('6020'), debit: amount, dimensions: [{ dimensionId: by, valueId }] },
        { accountId: books.account('1020'), credit: amount },
      ],
    });
  const terms = { report: 'by_dimension', by, ...range };
  const figures = async (asked: object) => {
    const report = await books.run(readByDimension, { dimensionId: by, ...range, ...asked });
    return [
      ...report.rows.map(({ amounts, total }) => [...amounts, total].map(({ amount }) => amount)),
      [...report.columns.map(({ total }) => total), report.total].map(({ amount }) => amount),
    ];
  };
  for (const asked of [{}, { accounts: 'all' }, { below: all }, { dimensions: [shop] }]) {
    const rows = csvCells(await writtenReport(books, { ...terms, format: 'csv', ...asked }));
    expect(rows.slice(1).map((cells) => cells.slice(2))).toEqual(await figures(asked));
  }
  const head = csvCells(await writtenReport(books, { ...terms, format: 'csv', below: all }))[0];
  expect(head).toEqual(['Code', 'Account', 'ALL ALL', 'SHOP SHOP', 'Total']);
  const book = await writtenReport(books, { ...terms, format: 'xlsx', language: 'de', below: all, dimensions: [shop] });
  const texts = workbookText(book);
  expect(texts).toContain('Nach Dimension: Cost centre');
  expect(texts).toContain('Cost centre: ALL ALL');
  expect(texts).toContain('Cost centre: SHOP SHOP');
  expect((await writtenReport(books, { ...terms, format: 'pdf' })).subarray(0, 5).toString()).toBe('%PDF-');
  const { by: _by, ...none } = terms;
  await expect(books.run(exportReport, { ...none, format: 'csv' })).rejects.toMatchObject({
    code: 'validation_failed',
    details: { errors: [{ pointer: '/by' }] },
  });
  const actor = allowing('accounting.report.export', 'accounting.report.statement');
  await expect(books.run(exportReport, { ...terms, format: 'csv' }, { actor })).rejects.toMatchObject({ code: 'forbidden' });
});

it('is of nobody who may not read the report, and says at once what cannot be written', async () => {
  const books = await filledBooks(1);
  const { id } = await books.run(exportReport, { report: 'journal', format: 'csv', to: '2026-12-31' });
  await expect(books.run(readReportFile, { id })).rejects.toMatchObject({ code: 'accounting.file_not_ready' });
  await doBackgroundWork(books);
  const actor = allowing('accounting.report_file.read', 'accounting.report_file.get', 'accounting.report.export');
  for (const operation of [readReportFile, getReportFile])
    await expect(operation(books.ctx({ actor }), { id })).rejects.toMatchObject({ code: 'forbidden' });
  const journal = { report: 'journal', format: 'csv', to: '2026-12-31' };
  await expect(books.run(exportReport, journal, { actor })).rejects.toMatchObject({ code: 'forbidden' });
  const whole = allowing('accounting.report.export', 'accounting.report.journal');
  for (const less of [{ scope: () => 'own' as const }, { hides: () => ['description'] }])
    await expect(books.run(exportReport, journal, { actor: { ...whole, ...less } })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await books.run(exportReport, journal, { actor: whole })).toMatchObject({ status: 'queued' });
  const refused = [
    [{ ...journal, report: 'general_ledger' }, 'validation_failed'],
    [{ ...journal, report: 'petty_cash' }, 'validation_failed'],
    [{ ...journal, report: 'cash_flow' }, 'invalid_period'],
    [{ ...journal, from: '2027-01-01' }, 'invalid_period'],
  ] as const;
  for (const [input, code] of refused) await expect(books.run(exportReport, input)).rejects.toMatchObject({ code });
});

it('a job that comes again leaves the file that is there', async () => {
  const books = await filledBooks(2);
  const { id } = await books.run(exportReport, { report: 'trial_balance', format: 'csv', to: '2026-12-31' });
  await doBackgroundWork(books);
  const keyOf = async () =>
    (await asAdministrator<{ key: string }>('select storage_key as key from report_files where id = $1', [id]))[0]?.key ?? '';
  const key = await keyOf();
  await asAdministrator('delete from inbox_receipts where tenant_id = $1', [books.tenantId]);
  await asAdministrator('update outbox_messages set handled_at = null where tenant_id = $1', [books.tenantId]);
  await doBackgroundWork(books);
  expect(await keyOf()).toBe(key);
  expect((await buffer(testStorage().open(books.tenantId, key))).length).toBeGreaterThan(0);
});
