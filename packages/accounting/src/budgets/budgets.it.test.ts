import { runUpkeep } from '@atlas/platform';
import { asAdministrator, dryRun, importFiles, newBooks, testDatabase, testStorage } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createDimension } from '../dimensions/create-dimension.ts';
import { createDimensionValue } from '../dimensions/create-value.ts';
import { postJournal } from '../journals/post-journal.ts';
import { reverseJournal } from '../journals/reverse-journal.ts';
import { accountingOf } from '../module.ts';
import { listFiscalYears } from '../periods/list-fiscal-years.ts';
import { approveBudget } from './approve-budget.ts';
import { createBudget } from './create-budget.ts';
import { getBudget } from './get-budget.ts';
import { listBudgets } from './list-budgets.ts';
import { listBudgetWarnings } from './list-warnings.ts';
import { readBudgetReport } from './read-report.ts';
import { reviseBudget } from './revise-budget.ts';
import { saveBudgetLines } from './save-lines.ts';
import { spreadBudget } from './spread-budget.ts';
import { updateBudget } from './update-budget.ts';

type Books = Awaited<ReturnType<typeof newBooks>>;
type Line = { accountId: string; valueId?: string | null; amounts: string[] };

const yearOf = async (books: Books, startsOn = '2026-01-01') =>
  (await books.run(listFiscalYears, {})).items.find((year) => year.startsOn === startsOn)?.id ?? '';
const monthly = (accountId: string, amount: string, valueId: string | null = null): Line => ({
  accountId,
  valueId,
  amounts: Array.from({ length: 12 }, () => amount),
});

async function inForce(books: Books, terms: object, ...lines: Line[]) {
  const draft = await books.run(createBudget, { name: 'Costs', fiscalYearId: await yearOf(books), ...terms });
  await books.run(saveBudgetLines, { id: draft.id, version: 1, lines });
  return books.run(approveBudget, { id: draft.id });
}

const spend = (books: Books, amount: string, date = '2026-02-10', code = '6020', dimensions: object[] = []) =>
  books.run(postJournal, {
    date,
    description: 'Spent',
    lines: [
      { accountId: books.account('1020'), credit: amount },
      { accountId: books.account(code), debit: amount, dimensions },
    ],
  });
const exceeded = { code: 'accounting.budget_exceeded' };

async function newCentres(books: Books) {
  const { id: dimensionId } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const add = (code: string, parentId: string | null = null) =>
    books.run(createDimensionValue, { dimensionId, code, name: code, parentId });
  const company = await add('ALL');
  return { dimensionId, company: company.id, it: (await add('IT', company.id)).id, hr: (await add('HR', company.id)).id };
}

describe('a budget', () => {
  it('takes lines from a file: by account and value, once, and with other amounts when they come again', async () => {
    const books = await newBooks();
    const { dimensionId, it: centre } = await newCentres(books);
    const fiscalYearId = await yearOf(books);
    const draft = await books.run(createBudget, { name: 'Costs', fiscalYearId, dimensionId });
    const file = (rent: string) => ({
      'budget.csv': Buffer.from(
        [
          'budget,fiscal year,account,cost centre,period 1,period 2,p13',
          `Costs,2026,6020,IT,${rent},60.00,`,
          'Costs,2026,6020,,10.00,,',
          'Costs,2026,9999,,1.00,,',
          'Costs,2026,6030,NONE,1.00,,',
          'Costs,2026,6030,,1.005,,',
          'Costs,2026,6090,,1.00,,5',
          'Other,2026,6020,,1.00,,',
          '',
        ].join('\n'),
      ),
    });
    const values = { 'centres.csv': Buffer.from('dimension,code,name\nCC,NONE,None\n') };
    const dry = await dryRun(books, { ...values, ...file('50.00') });
    expect(dry.counts).toMatchObject([{ ready: 1 }, { ready: 3, refused: 4 }]);
    expect((await importFiles(books, file('50.00'))).counts).toMatchObject([{ created: 2, refused: 5 }]);
    expect((await importFiles(books, file('50.00'))).counts).toMatchObject([{ created: 0, unchanged: 2 }]);
    expect((await importFiles(books, file('55.00'))).counts).toMatchObject([{ created: 1, unchanged: 1 }]);
    const { lines, version } = await books.run(getBudget, { id: draft.id });
    expect(version).toBe(3);
    expect(lines.map(({ accountId, valueId, amounts }) => [accountId, valueId, ...amounts.slice(0, 3)])).toEqual([
      [books.account('6020'), null, '10.00', '0.00', '0.00'],
      [books.account('6020'), centre, '55.00', '60.00', '0.00'],
    ]);
    await books.run(approveBudget, { id: draft.id });
    expect((await importFiles(books, file('1.00'))).counts).toMatchObject([{ created: 0, refused: 7 }]);
  });

  it('is written as a draft, put into force, and revised by a copy that takes its place', async () => {
    const books = await newBooks();
    const { id, version, status, lines } = await inForce(books, {}, monthly(books.account('6020'), '100.00'));
    expect([status, lines]).toEqual(['approved', [monthly(books.account('6020'), '100.00')]]);
    await expect(books.run(saveBudgetLines, { id, version, lines: [] })).rejects.toMatchObject({
      code: 'accounting.budget_not_draft',
    });
    const revision = await books.run(reviseBudget, { id });
    expect(revision).toMatchObject({ revision: 2, status: 'draft', lines });
    await books.run(saveBudgetLines, { id: revision.id, version: 1, lines: [monthly(books.account('6000'), '0.50')] });
    await books.run(approveBudget, { id: revision.id });
    expect((await books.run(listBudgets, {})).items.map((each) => [each.revision, each.status])).toEqual([
      [2, 'approved'],
      [1, 'superseded'],
    ]);
    expect((await books.run(getBudget, { id })).lines).toEqual(lines);
  });

  it('refuses lines that do not hold together, each by its pointer', async () => {
    const books = await newBooks();
    const centres = await newCentres(books);
    const { id } = await books.run(createBudget, { name: 'Costs', fiscalYearId: await yearOf(books) });
    const rent = monthly(books.account('6020'), '1.00');
    for (const [lines, pointer] of [
      [[rent, rent], '/lines/1/accountId'],
      [[{ ...rent, amounts: ['1.00'] }], '/lines/0/amounts'],
      [[{ ...rent, valueId: centres.it }], '/lines/0/valueId'],
      [[{ ...rent, accountId: id }], '/lines/0/accountId'],
    ] as const)
      await expect(books.run(saveBudgetLines, { id, version: 1, lines })).rejects.toMatchObject({
        details: { errors: [{ pointer }] },
      });
  });

  it('spreads an amount equally or as the year before went', async () => {
    const books = await newBooks('2025-01-01');
    await spend(books, '30.00', '2025-01-31');
    await spend(books, '10.00', '2025-12-31');
    const { id } = await books.run(createBudget, { name: 'Costs', fiscalYearId: await yearOf(books) });
    const spread = async (by: string, code = '6020') =>
      (await books.run(spreadBudget, { id, accountId: books.account(code), amount: '100.00', by })).amounts;
    expect(await spread('last_year')).toEqual(['75.00', ...Array.from({ length: 10 }, () => '0.00'), '25.00']);
    expect(await spread('last_year', '6000')).toEqual(await spread('last_year'));
    const equal = await spread('equal');
    expect([equal[0], equal[11]]).toEqual(['8.34', '8.33']);
    expect(await spread('last_year', '6030')).toEqual(equal);
  });
});

describe('a budget that blocks', () => {
  it('refuses what goes beyond its period, in words, and lets the last cent pass', async () => {
    const books = await newBooks();
    const { id } = await inForce(books, { mode: 'block' }, monthly(books.account('6020'), '100.00'));
    await spend(books, '60.00');
    await expect(spend(books, '40.01')).rejects.toMatchObject({
      ...exceeded,
      message: expect.stringMatching(
        /^Budget "Costs": 6020 .+ from 2026-02-01 to 2026-02-28 would come to 100\.01 EUR, 0\.01 EUR more than its 100\.00 EUR\.$/,
      ),
      details: { budgetId: id, over: { amount: '0.01', currency: 'EUR' }, errors: [{ pointer: '/lines/1' }] },
    });
    await spend(books, '40.00');
    await spend(books, '100.00', '2026-03-01');
    await spend(books, '5000.00', '2026-02-10', '6030');
    await expect(spend(books, '0.01')).rejects.toMatchObject(exceeded);
  });

  it('counts folded balances, takes back what is reversed, and holds headings with all below them', async () => {
    const books = await newBooks();
    await inForce(books, { mode: 'block' }, monthly(books.account('6000'), '100.00'));
    const first = await spend(books, '60.00');
    await runUpkeep(
      { db: (await testDatabase()).db, storage: testStorage() },
      [accountingOf({ checks: [], reports: [] })],
      books.tenantId,
    );
    await expect(spend(books, '60.00', '2026-02-11', '6030')).rejects.toMatchObject(exceeded);
    await books.run(reverseJournal, { id: first.id, date: '2026-02-28' });
    await spend(books, '60.00', '2026-02-11', '6030');
  });

  it('to date, leaves what earlier periods did not take, and nothing that later ones took', async () => {
    const books = await newBooks();
    await inForce(books, { mode: 'block', span: 'year_to_date' }, monthly(books.account('6020'), '100.00'));
    await spend(books, '250.00', '2026-03-10');
    await expect(spend(books, '50.01', '2026-03-10')).rejects.toMatchObject(exceeded);
    await expect(spend(books, '50.01', '2026-01-10')).rejects.toMatchObject(exceeded);
    await spend(books, '50.00', '2026-01-10');
    await spend(books, '100.00', '2026-04-10');
  });

  it('holds what is spent for a value and for those below it, and nothing else', async () => {
    const books = await newBooks();
    const { dimensionId, company, it: centre, hr } = await newCentres(books);
    const rent = books.account('6020');
    await inForce(books, { mode: 'block', dimensionId }, monthly(rent, '100.00', company), monthly(rent, '70.00', hr));
    const spendFor = (amount: string, valueId: string) => spend(books, amount, '2026-02-10', '6020', [{ dimensionId, valueId }]);
    await spendFor('60.00', centre);
    await expect(spendFor('40.01', hr)).rejects.toMatchObject(exceeded);
    await spendFor('40.00', hr);
    await spend(books, '5000.00');
    await books.run(updateBudget, { id: (await books.run(listBudgets, {})).items[0]?.id, version: 3, mode: 'none' });
    await spendFor('5000.00', hr);
  });

  it('lets one of two postings pass that fit only one by one', async () => {
    const books = await newBooks();
    await inForce(books, { mode: 'block' }, monthly(books.account('6020'), '100.00'));
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => spend(books, '30.00')));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const each of all) if (each.status === 'rejected') expect(each.reason).toMatchObject(exceeded);
  });
});

describe('a budget that warns', () => {
  it('lets a posting pass and lists it', async () => {
    const books = await newBooks();
    const { id } = await inForce(books, { mode: 'warn' }, monthly(books.account('6020'), '100.00'));
    await spend(books, '100.00');
    expect((await books.run(listBudgetWarnings, {})).items).toEqual([]);
    const { number } = await spend(books, '0.50');
    expect((await books.run(listBudgetWarnings, { budgetId: id })).items).toMatchObject([
      { number, accountCode: '6020', planned: { amount: '100.00' }, spent: { amount: '100.50' }, over: { amount: '0.50' } },
    ]);
  });
});

describe('a budget against what was posted', () => {
  it('tells lines and periods apart, and what they come to together', async () => {
    const books = await newBooks();
    const { dimensionId, it: centre } = await newCentres(books);
    const rent = books.account('6020');
    const sales = books.account('4000');
    const { id } = await inForce(
      books,
      { dimensionId },
      monthly(rent, '100.00'),
      monthly(rent, '10.00', centre),
      monthly(sales, '300.00'),
    );
    await spend(books, '80.00', '2026-01-31');
    await spend(books, '30.00', '2026-02-01', '6020', [{ dimensionId, valueId: centre }]);
    const report = await books.run(readBudgetReport, { id, from: '2026-01-01', to: '2026-02-28' });
    expect(report.periods).toHaveLength(2);
    const figures = ({ planned, actual, variance }: (typeof report)['result']) =>
      [planned, actual, variance].map(({ amount }) => amount);
    expect(report.rows.map((row) => [row.code, row.value, ...figures(row), row.percent])).toEqual([
      ['4000', null, '600.00', '0.00', '-600.00', '0'],
      ['6020', null, '200.00', '110.00', '-90.00', '55'],
      ['6020', 'IT IT', '20.00', '30.00', '10.00', '150'],
    ]);
    expect(report.rows[1]?.cells.map(figures)).toEqual([
      ['100.00', '80.00', '-20.00'],
      ['100.00', '30.00', '-70.00'],
    ]);
    expect(figures(report.result)).toEqual(['400.00', '-110.00', '-510.00']);
  });

  it('is of a value with what stands below it, and sums up nothing else', async () => {
    const books = await newBooks();
    const { dimensionId, company, it: centre, hr } = await newCentres(books);
    const rent = books.account('6020');
    const lines = [monthly(rent, '100.00'), monthly(rent, '10.00', centre), monthly(rent, '7.00', hr)];
    const { id } = await inForce(books, { dimensionId }, ...lines);
    await spend(books, '30.00', '2026-02-01', '6020', [{ dimensionId, valueId: centre }]);
    const told = async (...values: string[]) => {
      const { rows, result } = await books.run(readBudgetReport, { id, to: '2026-02-28', dimensions: values });
      return [...rows.map(({ value }) => value), result.planned.amount, result.actual.amount];
    };
    expect(await told()).toEqual([null, 'HR HR', 'IT IT', '-200.00', '-30.00']);
    expect(await told(centre)).toEqual(['IT IT', '-20.00', '-30.00']);
    expect(await told(company)).toEqual(['HR HR', 'IT IT', '-34.00', '-30.00']);
    const { id: projects } = await books.run(createDimension, { code: 'P', name: 'Project' });
    const bridge = await books.run(createDimensionValue, { dimensionId: projects, code: 'B', name: 'Bridge' });
    await expect(told(bridge.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('a budget is compared with what was posted as it was known on a day, of accounts and of values', async () => {
  const books = await newBooks();
  const { dimensionId, it: valueId } = await newCentres(books);
  const lines = [null, valueId].map((value) => monthly(books.account('6020'), '100.00', value));
  const { id } = await inForce(books, { dimensionId }, ...lines);
  const entry = await spend(books, '30.00', '2026-02-01', '6020', [{ dimensionId, valueId }]);
  await books.run(reverseJournal, { id: entry.id, date: '2026-02-02' }, { at: '2026-04-02T09:00:00.000Z' });
  const actual = async (knownOn: string) =>
    (await books.run(readBudgetReport, { id, knownOn })).rows.map((row) => row.actual.amount);
  expect(await actual('2026-03-30')).toEqual(['0.00', '0.00']);
  expect(await actual('2026-04-01')).toEqual(['30.00', '30.00']);
  expect(await actual('2026-04-02')).toEqual(['0.00', '0.00']);
});

describe('the database', () => {
  it('keeps what was approved', async () => {
    const books = await newBooks();
    await inForce(books, {}, monthly(books.account('6020'), '100.00'));
    const added = `insert into budget_lines (tenant_id, id, budget_id, account_id)
      select l.tenant_id, gen_random_uuid(), l.budget_id, a.id from budget_lines as l
      join ledger_accounts as a on a.tenant_id = l.tenant_id and a.code = '6030' where l.tenant_id = $1`;
    for (const statement of ['delete from budget_amounts where tenant_id = $1', added])
      await expect(asAdministrator(statement, [books.tenantId])).rejects.toMatchObject({
        message: 'accounting.budget_not_draft',
      });
  });
});
