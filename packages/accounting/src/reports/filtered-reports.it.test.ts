import { type Books, doBackgroundWork, newBooks, operationNamed } from '@atlas/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as contract from '../contract/exports.ts';
import { createDimension } from '../dimensions/create-dimension.ts';
import { createDimensionValue } from '../dimensions/create-value.ts';
import { postJournal } from '../journals/post-journal.ts';
import { readBalanceSheet } from './read-balance-sheet.ts';
import { readGeneralLedger } from './read-general-ledger.ts';
import { readJournalReport } from './read-journal-report.ts';
import { readMonthlyResult } from './read-monthly-result.ts';
import { readProfitAndLoss } from './read-profit-and-loss.ts';
import { readStatement } from './read-statement.ts';
import { readTrialBalance } from './read-trial-balance.ts';

const exportReport = operationNamed<typeof contract.exportReport>('accounting.report.export');
const readReportFile = operationNamed<typeof contract.readReportFile>('accounting.report_file.read');
const codes = ['1010', '1020', '1300', '1510', '1590', '2400', '2710', '3010', '4010', '4800', '6020', '6090'];
const [from, to] = ['2025-03-11', '2026-08-20'];
type Filter = { dimensions?: string[]; without?: string[] };

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

/** Random lines of two years; each may name a centre (of a tree) and a project. */
async function randomBooks() {
  const books = await newBooks('2025-01-01');
  const { id: centres } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const { id: projects } = await books.run(createDimension, { code: 'P', name: 'Project' });
  const add = async (dimensionId: string, code: string, parentId: string | null = null) =>
    (await books.run(createDimensionValue, { dimensionId, code, name: `Value ${code}`, parentId })).id;
  const [all, plant] = [await add(centres, 'ALL'), await add(centres, 'PLANT')];
  const office = await add(centres, 'OFFICE', all);
  const desk = await add(centres, 'DESK', office);
  const [bridge, tower] = [await add(projects, 'BRIDGE'), await add(projects, 'TOWER')];
  const dimensions = fc
    .tuple(fc.constantFrom(null, all, plant, office, desk), fc.constantFrom(null, bridge, tower))
    .map(([centre, project]) => [
      ...(centre ? [{ dimensionId: centres, valueId: centre }] : []),
      ...(project ? [{ dimensionId: projects, valueId: project }] : []),
    ]);
  const side = fc.record({ account: fc.constantFrom(...codes), dimensions });
  const postings = fc.tuple(
    side,
    side,
    fc.integer({ min: 0, max: 7 }).map((each) => each * 90),
    fc.integer({ min: 100, max: 10 ** 9 }),
  );
  for (const [index, [debit, credit, day, amount]] of fc.sample(postings, { numRuns: 40, seed: 19 }).entries()) {
    const text = `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    const lines = [
      { accountId: books.account(debit.account), debit: text, dimensions: debit.dimensions },
      { accountId: books.account(credit.account), credit: text, dimensions: credit.dimensions },
    ];
    await books.run(
      postJournal,
      { date, description: 'Random', lines },
      {
        at: index % 2 ? '2026-03-31T09:00:00.000Z' : '2026-04-30T09:00:00.000Z',
      },
    );
  }
  return { books, centres, projects, all, plant, office, desk, bridge, tower };
}

type Reports = Readonly<Record<string, bigint>>;

/** The ledger of the bank, page by page. */
async function wholeLedger(books: Books, terms: object) {
  const ask = (cursor?: string) =>
    books.run(readGeneralLedger, { accountId: books.account('1020'), from, to, limit: 1, ...terms, ...(cursor && { cursor }) });
  const first = await ask();
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null; ) {
    const page = await ask(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items };
}

/** What the journal has of each account, and how many lines, page by page. */
async function journalFigures(books: Books, terms: object): Promise<[string, bigint][]> {
  const figures: [string, bigint][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await books.run(readJournalReport, { from, to, limit: 7, ...terms, ...(cursor && { cursor }) });
    for (const { total, lines } of page.items) {
      const debits = lines.map(({ debit }) => cents(debit?.amount ?? '0'));
      expect(cents(total.amount)).toBe(sumOf(debits));
      expect(lines).not.toEqual([]);
      for (const { accountCode, debit, credit } of lines)
        figures.push([`journal ${accountCode}`, cents(debit?.amount ?? '0') - cents(credit?.amount ?? '0')]);
    }
    cursor = page.nextCursor;
  }
  const codes = [...new Set(figures.map(([name]) => name))];
  const sums = codes.map((code): [string, bigint] => [code, sumOf(figures.flatMap(([name, n]) => (name === code ? [n] : [])))]);
  return [...sums, ['journal lines', BigInt(figures.length)]];
}

/** Every figure of every report, by what it says. */
async function figuresOf(books: Books, filter: Filter, knownOn?: string): Promise<Reports> {
  const terms = { ...filter, ...(knownOn ? { knownOn } : {}) };
  const statements = (['profit_and_loss', 'balance_sheet', 'cash_flow', 'trial_balance'] as const).map(async (kind) => {
    const { lines } = await books.run(readStatement, {
      kind,
      from,
      to,
      columns: kind === 'cash_flow' ? 'one' : 'quarter',
      ...terms,
    });
    // A balance stands on the side where it is, so that only what both sides come to adds up.
    return lines.flatMap(({ key, cells }) =>
      kind === 'trial_balance'
        ? cells.flatMap((cell, at) =>
            at % 2 ? [] : [[`${kind} ${key} ${at}`, cents(cell ?? '0') - cents(cells[at + 1] ?? '0')]],
          )
        : cells.map((cell, at) => [`${kind} ${key} ${at}`, cents(cell ?? '0')]),
    ) as [string, bigint][];
  });
  const [trial, sheet, result, months, ledger, journal] = await Promise.all([
    books.run(readTrialBalance, { asOf: to, ...terms }),
    books.run(readBalanceSheet, { asOf: to, ...terms }),
    books.run(readProfitAndLoss, { from, to, ...terms }),
    books.run(readMonthlyResult, { from, to, ...filter }),
    wholeLedger(books, terms),
    journalFigures(books, terms),
  ]);
  const [closing, opening] = [cents(ledger.closingBalance.amount), cents(ledger.openingBalance.amount)];
  const moved = ledger.items.map(({ debit, credit }) => cents(debit?.amount ?? '0') - cents(credit?.amount ?? '0'));
  expect(opening + sumOf(moved)).toBe(closing);
  expect(ledger.items.at(-1)?.balance ?? ledger.openingBalance).toEqual(ledger.closingBalance);
  return Object.fromEntries([
    ...(await Promise.all(statements)).flat(),
    ...journal,
    ...trial.rows.map(({ code, debit, credit }) => [`trial ${code}`, cents(debit.amount) - cents(credit.amount)]),
    ...[...sheet.assets, ...sheet.liabilities, ...sheet.equity].map(({ code, amount }) => [
      `sheet ${code}`,
      cents(amount.amount),
    ]),
    ['sheet result', cents(sheet.result.amount)],
    ['profit', cents(result.profit.amount)],
    ...(knownOn ? [] : months.months.map(({ month, profit }) => [month, cents(profit.amount)])),
    ['opening', opening],
    ['closing', closing],
    ['lines', BigInt(ledger.items.length)],
  ]);
}

/** Reports together, figure by figure; what stands in none of them is nothing. */
function together(reports: readonly Reports[]): Reports {
  const keys = new Set(reports.flatMap((report) => Object.keys(report)));
  const sums = [...keys].map((key) => [key, sumOf(reports.map((report) => report[key] ?? 0n))] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum !== 0n));
}

describe('reports of some lines', () => {
  let given: Awaited<ReturnType<typeof randomBooks>>;
  beforeAll(async () => {
    given = await randomBooks();
  });
  const read = (filter: Filter, knownOn?: string) => figuresOf(given.books, filter, knownOn);

  it.each([undefined, '2026-03-31'])('of all values and of none add up to the whole (known on %s)', async (knownOn) => {
    const { centres, projects, all, plant, bridge, tower } = given;
    const whole = together([await read({}, knownOn)]);
    expect(Object.keys(whole).length).toBeGreaterThan(50);
    const parts = [{ dimensions: [all] }, { dimensions: [plant] }, { without: [centres] }];
    const read1 = await Promise.all(parts.map((part) => read(part, knownOn)));
    expect(together(read1)).toEqual(whole);
    for (const part of read1) expect(together([part])).not.toEqual(whole);
    const ofProjects = [{ dimensions: [bridge] }, { dimensions: [tower], without: [projects] }];
    expect(together(await Promise.all(ofProjects.map((part) => read(part, knownOn))))).toEqual(whole);
  });

  it('of a value count what stands below it, and of two dimensions what names both', async () => {
    const { all, plant, office, desk, bridge, tower, projects, centres } = given;
    expect(await read({ dimensions: [office] })).toEqual(await read({ dimensions: [office, desk] }));
    expect(await read({ dimensions: [all] })).not.toEqual(await read({ dimensions: [office] }));
    const both = [{ dimensions: [all, bridge] }, { dimensions: [all, tower] }, { dimensions: [all], without: [projects] }];
    expect(together(await Promise.all(both.map((part) => read(part))))).toEqual(together([await read({ dimensions: [all] })]));
    const neither = await read({ without: [centres, projects] });
    const rest = [
      { dimensions: [bridge], without: [centres] },
      { dimensions: [tower], without: [centres] },
    ];
    const parts = [neither, ...(await Promise.all(rest.map((part) => read(part))))];
    expect(together(parts)).toEqual(together([await read({ without: [centres] })]));
    expect(await read({ dimensions: [all, plant], without: [centres] })).toEqual(await read({}));
  });

  it('stand with what the other lines of their entries hold, so that both sides are equal', async () => {
    const { books, all } = given;
    const { lines, only } = await books.run(readStatement, { kind: 'balance_sheet', to, dimensions: [all] });
    const cell = (key: string) => cents(lines.find((line) => line.key === key)?.cells[0] ?? '0');
    expect(cell('liabilities_and_equity')).toBe(cell('total_asset'));
    expect(cell('other_lines')).not.toBe(0n);
    expect(only).toEqual([{ dimension: 'Cost centre', code: 'ALL', name: 'Value ALL' }]);
  });

  it('can be columns of a profit and loss, by value, of what names none and of all', async () => {
    const { books, centres, all, bridge, office } = given;
    const ask = (input: object) => books.run(readStatement, { kind: 'profit_and_loss', from, to, ...input });
    for (const filter of [{}, { dimensions: [bridge] }]) {
      const { columns, lines } = await ask({ by: centres, ...filter });
      expect(columns.map(({ value }) => value?.code ?? null)).toEqual(['ALL', 'PLANT', '', null]);
      for (const { cells } of lines) {
        const amounts = cells.map((cell) => cents(cell ?? '0'));
        expect(sumOf(amounts.slice(0, -1))).toBe(amounts.at(-1));
      }
      const profits = (statement: Awaited<ReturnType<typeof ask>>) => statement.lines.at(-1)?.cells;
      const alone = await ask({ ...filter, dimensions: [...(filter.dimensions ?? []), all] });
      expect(lines.at(-1)?.cells[0]).toBe(profits(alone)?.[0]);
      expect(lines.at(-1)?.cells.at(-1)).toBe(profits(await ask(filter))?.[0]);
    }
    const below = await ask({ by: centres, below: all });
    expect(below.columns.map(({ value }) => value?.code ?? null)).toEqual(['ALL', 'OFFICE', null]);
    expect(below.lines.at(-1)?.cells[1]).toBe((await ask({ dimensions: [office] })).lines.at(-1)?.cells[0]);
  });

  it('are written to files as they are read', async () => {
    const { books, centres, all } = given;
    const written = async (input: object) => {
      const { id } = await books.run(exportReport, { format: 'csv', from, to, ...input }, { at: '2026-09-01T09:00:00.000Z' });
      await doBackgroundWork(books);
      return Buffer.from((await books.run(readReportFile, { id })).content, 'base64').toString();
    };
    const accountId = books.account('1020');
    const ledger = await books.run(readGeneralLedger, { accountId, from, to, dimensions: [all] });
    const lines = (await written({ report: 'general_ledger', accountId, dimensions: [all] })).trimEnd().split('\r\n');
    expect(lines).toHaveLength(ledger.items.length + 3);
    expect(lines.at(-1)?.endsWith(ledger.closingBalance.amount)).toBe(true);
    const byValue = await written({ report: 'profit_and_loss', by: centres });
    expect(byValue.split('\r\n')[0]).toContain('ALL Value ALL,PLANT Value PLANT,Without,');
  });

  it('of what is not there, or as columns where there can be none, are refused', async () => {
    const { books, all, centres } = given;
    const asked = { kind: 'profit_and_loss', from, to };
    const refusals = [
      [{ ...asked, dimensions: [centres] }, 'not_found'],
      [{ ...asked, without: [all] }, 'not_found'],
      [{ ...asked, by: all }, 'not_found'],
      [{ ...asked, by: centres, columns: 'month' }, 'accounting.no_columns_by_value'],
      [{ ...asked, by: centres, kind: 'cash_flow' }, 'accounting.no_columns_by_value'],
    ] as const;
    for (const [input, code] of refusals) await expect(books.run(readStatement, input)).rejects.toMatchObject({ code });
  });
});
