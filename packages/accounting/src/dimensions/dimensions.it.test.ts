import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, importFiles, newBooks, testDatabase } from '@atlas/testing';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { postJournal } from '../journals/post-journal.ts';
import { reverseJournal } from '../journals/reverse-journal.ts';
import { createDimension } from './create-dimension.ts';
import { createDimensionValue } from './create-value.ts';
import { listDimensionRules } from './list-rules.ts';
import { listDimensionValues } from './list-values.ts';
import { readByDimension } from './read-by-dimension.ts';
import { readDimensionLines } from './read-dimension-lines.ts';
import { saveDimensionRules } from './save-rules.ts';
import { updateDimension } from './update-dimension.ts';
import { updateDimensionValue } from './update-value.ts';

type Books = Awaited<ReturnType<typeof newBooks>>;

/** Books with cost centres: a company above marketing and IT. */
async function newCentres() {
  const books = await newBooks();
  const { id: dimensionId } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const add = (code: string, parentId: string | null = null) =>
    books.run(createDimensionValue, { dimensionId, code, name: `Centre ${code}`, parentId });
  const company = await add('ALL');
  const [marketing, it] = [await add('MKT', company.id), await add('IT', company.id)];
  return { books, dimensionId, company, marketing, it };
}
type Centres = Awaited<ReturnType<typeof newCentres>>;

const spend = ({ books, dimensionId }: Centres, amount: string, valueId?: string, code = '6020', date = '2026-02-10') =>
  books.run(postJournal, {
    date,
    description: 'Spent',
    lines: [
      { accountId: books.account(code), debit: amount, dimensions: valueId ? [{ dimensionId, valueId }] : [] },
      { accountId: books.account('1020'), credit: amount },
    ],
  });
const ask = ({ books, dimensionId }: Centres, rule: string, defaultValueId: string | null = null, code = '6020') =>
  books.run(saveDimensionRules, { accountId: books.account(code), rules: [{ dimensionId, rule, defaultValueId }] });
const named = (entry: Awaited<ReturnType<typeof spend>>) =>
  entry.lines.map(({ dimensions }) => dimensions.map(({ code }) => code));

/** Runs a statement as the app role inside a tenant, past the application. */
async function asApp({ tenantId }: Books, text: string, values: readonly unknown[]): Promise<void> {
  const { urls } = await testDatabase();
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    await client.query(text, [...values]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

describe('dimensions', () => {
  it('have values in a tree without circles, of one dimension', async () => {
    const { books, company, marketing, dimensionId } = await newCentres();
    const move = (parentId: string) => books.run(updateDimensionValue, { id: company.id, version: 1, parentId });
    await expect(move(marketing.id)).rejects.toMatchObject({ code: 'accounting.value_below_itself' });
    const { id: projects } = await books.run(createDimension, { code: 'P', name: 'Project' });
    const other = await books.run(createDimensionValue, { dimensionId: projects, code: 'P1', name: 'Bridge' });
    await expect(move(other.id)).rejects.toMatchObject({ code: 'accounting.unknown_dimension_value' });
    await expect(
      books.run(createDimensionValue, { dimensionId, code: 'X', name: 'X', parentId: other.id }),
    ).rejects.toMatchObject({ code: 'accounting.unknown_dimension_value' });
  });

  it('come from files, those above first, and once', async () => {
    const { books, dimensionId } = await newCentres();
    const file = {
      'centres.csv': Buffer.from('dimension,code,name,parent\nCC,S,Sales,ALL\nCC,S1,Sales north,S\nXX,A,A,\nCC,B,B,NONE\n'),
    };
    expect((await importFiles(books, file)).counts).toMatchObject([{ created: 2, refused: 2 }]);
    expect((await importFiles(books, file)).counts).toMatchObject([{ created: 0, unchanged: 2, refused: 2 }]);
    const { items } = await books.run(listDimensionValues, { dimensionId });
    const codeOf = (id: string | null) => items.find((each) => each.id === id)?.code;
    expect(items.map(({ code, parentId }) => [code, codeOf(parentId)])).toEqual([
      ['ALL', undefined],
      ['IT', 'ALL'],
      ['MKT', 'ALL'],
      ['S', 'ALL'],
      ['S1', 'S'],
    ]);
  });

  it('stay in use while accounts refer to them', async () => {
    const centres = await newCentres();
    const { books, dimensionId, it: centre } = centres;
    await ask(centres, 'mandatory', centre.id);
    for (const archive of [
      () => books.run(updateDimension, { id: dimensionId, version: 1, archived: true }),
      () => books.run(updateDimensionValue, { id: centre.id, version: 1, archived: true }),
    ])
      await expect(archive()).rejects.toMatchObject({ code: 'accounting.dimension_in_use' });
    await books.run(saveDimensionRules, { accountId: books.account('6020'), rules: [] });
    await books.run(updateDimensionValue, { id: centre.id, version: 1, archived: true });
    await expect(spend(centres, '1.00', centre.id)).rejects.toMatchObject({
      code: 'accounting.unknown_dimension_value',
      details: { errors: [{ pointer: '/lines/0/dimensions/0/valueId' }] },
    });
  });
});

describe('what an account asks for', () => {
  it.each([
    [
      'a rule for nothing',
      { dimensionId: uuidv7(), rule: 'optional', defaultValueId: null },
      'accounting.invalid_dimension_rule',
    ],
    ['a default of nothing', { rule: 'optional', defaultValueId: uuidv7() }, 'accounting.unknown_dimension_value'],
  ])('is refused when it is %s', async (_case, rule, code) => {
    const { books, dimensionId } = await newCentres();
    await expect(
      books.run(saveDimensionRules, { accountId: books.account('6020'), rules: [{ dimensionId, ...rule }] }),
    ).rejects.toMatchObject({ code });
    expect(await books.run(listDimensionRules, { accountId: books.account('6020') })).toEqual({ items: [] });
  });

  it('holds a posting: nothing without a value, its default where there is one, none where it is forbidden', async () => {
    const centres = await newCentres();
    await ask(centres, 'mandatory');
    await expect(spend(centres, '1.00')).rejects.toMatchObject({
      code: 'accounting.dimension_required',
      details: { errors: [{ pointer: `/lines/0/dimensions/${centres.dimensionId}` }] },
    });
    expect(named(await spend(centres, '1.00', centres.marketing.id))).toEqual([['MKT'], []]);
    await ask(centres, 'mandatory', centres.it.id);
    expect(named(await spend(centres, '1.00'))).toEqual([['IT'], []]);
    await ask(centres, 'forbidden');
    expect(named(await spend(centres, '1.00'))).toEqual([[], []]);
    await expect(spend(centres, '1.00', centres.it.id)).rejects.toMatchObject({ code: 'accounting.dimension_forbidden' });
  });

  it('does not keep an entry from being reversed as it was posted', async () => {
    const centres = await newCentres();
    const [bare, centred] = [await spend(centres, '1.00'), await spend(centres, '2.00', centres.it.id)];
    await ask(centres, 'mandatory', centres.marketing.id);
    const reversal = (id: string) => centres.books.run(reverseJournal, { id, date: '2026-02-28' });
    expect(named(await reversal(bare.id))).toEqual([[], []]);
    await ask(centres, 'forbidden');
    expect(named(await reversal(centred.id))).toEqual([['IT'], []]);
    const report = await centres.books.run(readByDimension, { dimensionId: centres.dimensionId, to: '2026-12-31' });
    expect(report.rows).toEqual([]);
  });
});

describe('a report by dimension', () => {
  it('has a column a value with what is below it, and one of what names none', async () => {
    const centres = await newCentres();
    const { books, dimensionId, marketing, it: centre, company } = centres;
    await spend(centres, '100.00', marketing.id);
    await spend(centres, '20.00', centre.id, '6030');
    await spend(centres, '3.00', company.id);
    await spend(centres, '0.40');
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const report = await books.run(readByDimension, { dimensionId, ...year });
    const amounts = ({ rows }: typeof report) =>
      rows.map(({ code, total, amounts: by }) => [code, total.amount, ...by.map(({ amount }) => amount)]);
    expect(report.columns.map(({ code, total, hasBelow }) => [code, total.amount, hasBelow])).toEqual([
      ['ALL', '-123.00', true],
      ['', '-0.40', false],
    ]);
    expect(amounts(report)).toEqual([
      ['6020', '103.40', '103.00', '0.40'],
      ['6030', '20.00', '20.00', '0.00'],
    ]);
    expect(report.total.amount).toBe('-123.40');
    const part = await books.run(readByDimension, { dimensionId, below: company.id, ...year });
    expect(part.columns.map(({ code, total }) => [code, total.amount])).toEqual([
      ['ALL', '-3.00'],
      ['IT', '-20.00'],
      ['MKT', '-100.00'],
    ]);
    expect(amounts(part)).toEqual([
      ['6020', '103.00', '3.00', '0.00', '100.00'],
      ['6030', '20.00', '0.00', '20.00', '0.00'],
    ]);
    const all = await books.run(readByDimension, { dimensionId, to: '2026-12-31', accounts: 'all' });
    expect([all.total.amount, ...all.columns.map(({ total }) => total.amount)]).toEqual(['0.00', '123.00', '-123.00']);
  });

  it('is of some lines only, by what they say of another dimension or of its own', async () => {
    const centres = await newCentres();
    const { books, dimensionId, marketing, it: centre, company } = centres;
    const { id: projects } = await books.run(createDimension, { code: 'P', name: 'Project' });
    const { id: bridge } = await books.run(createDimensionValue, { dimensionId: projects, code: 'B', name: 'Bridge' });
    const rent = (amount: string, valueId: string | null, onBridge: boolean) => {
      const dimensions = [
        ...(valueId ? [{ dimensionId, valueId }] : []),
        ...(onBridge ? [{ dimensionId: projects, valueId: bridge }] : []),
      ];
      const lines = [
        { accountId: books.account('6020'), debit: amount, dimensions },
        { accountId: books.account('1020'), credit: amount },
      ];
      return books.run(postJournal, { date: '2026-02-10', description: 'Rent', lines });
    };
    await rent('100.00', marketing.id, true);
    await rent('20.00', centre.id, false);
    await rent('3.00', null, true);
    const totals = async (terms: object) => {
      const report = await books.run(readByDimension, { dimensionId, to: '2026-12-31', ...terms });
      return [report.total, ...report.columns.map(({ total }) => total)].map(({ amount }) => amount);
    };
    expect(await totals({})).toEqual(['-123.00', '-120.00', '-3.00']);
    expect(await totals({ dimensions: [bridge] })).toEqual(['-103.00', '-100.00', '-3.00']);
    expect(await totals({ without: [projects] })).toEqual(['-20.00', '-20.00', '0.00']);
    expect(await totals({ dimensions: [marketing.id] })).toEqual(['-100.00', '-100.00', '0.00']);
    expect(await totals({ dimensions: [bridge], below: company.id })).toEqual(['-100.00', '0.00', '0.00', '-100.00']);
    const lines = (terms: object) => books.run(readDimensionLines, { valueId: company.id, ...terms });
    const some = await lines({ without: [projects] });
    expect([some.total.amount, some.items.map(({ debit }) => debit?.amount)]).toEqual(['20.00', ['20.00']]);
    expect((await lines({ dimensions: [bridge] })).total.amount).toBe('100.00');
    await expect(lines({ dimensions: [projects] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leads to the lines of a value, of one account or of all', async () => {
    const centres = await newCentres();
    const { books, company, marketing, it: centre } = centres;
    await spend(centres, '100.00', marketing.id);
    await spend(centres, '20.00', centre.id, '6030', '2026-02-11');
    await spend(centres, '5.00');
    const lines = await books.run(readDimensionLines, { valueId: company.id });
    expect(lines.total.amount).toBe('120.00');
    expect(lines.items.map(({ accountCode, valueCode, debit }) => [accountCode, valueCode, debit?.amount])).toEqual([
      ['6020', 'MKT', '100.00'],
      ['6030', 'IT', '20.00'],
    ]);
    const first = await books.run(readDimensionLines, { valueId: company.id, limit: 1 });
    expect(
      (await books.run(readDimensionLines, { valueId: company.id, limit: 1, cursor: first.nextCursor ?? '' })).items,
    ).toEqual([lines.items[1]]);
    const ledger = await books.run(readDimensionLines, { valueId: company.id, accountId: books.account('6030') });
    expect(ledger.total.amount).toBe('20.00');
  });
});

describe('the database', () => {
  it('holds raw postings to what accounts ask for', async () => {
    const centres = await newCentres();
    const { books, dimensionId, it: centre } = centres;
    await ask(centres, 'mandatory');
    const [{ id: period } = { id: '' }] = await asAdministrator<{ id: string }>(
      "select id from accounting_periods where tenant_id = $1 and starts_on = '2026-02-01'",
      [books.tenantId],
    );
    const post = (named: string) => {
      const values = [books.tenantId, uuidv7(), period, books.account('6020'), books.account('1020'), dimensionId, centre.id];
      return asApp(
        books,
        `with e as (
          insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, line_count)
          values ($1::uuid, $2::uuid, $2::uuid::text, '2026-02-10', $3::uuid, 'raw', 'journal', 2)
        ), d as (
          insert into journal_line_dimensions (tenant_id, entry_id, position, dimension_id, value_id, account_id, date, amount_minor)
          select $1::uuid, $2::uuid, 1, $6::uuid, $7::uuid, $4::uuid, '2026-02-10', 100 where ${named}
        )
        insert into journal_lines (tenant_id, entry_id, position, account_id, date, currency, amount_minor)
        values ($1::uuid, $2::uuid, 1, $4::uuid, '2026-02-10', 'EUR', 100), ($1::uuid, $2::uuid, 2, $5::uuid, '2026-02-10', 'EUR', -100)`,
        values,
      );
    };
    await expect(post('false')).rejects.toMatchObject({ code: 'AT001', message: 'accounting.dimension_required' });
    await post('true');
    await ask(centres, 'forbidden');
    await expect(post('true')).rejects.toMatchObject({ code: 'AT001', message: 'accounting.dimension_forbidden' });
  });

  it('keeps what was posted: nothing is named later, differently, or changed', async () => {
    const centres = await newCentres();
    const { books, dimensionId, it: centre } = centres;
    const { id } = await spend(centres, '1.00');
    const name = (amount: string) =>
      asApp(
        books,
        `insert into journal_line_dimensions (tenant_id, entry_id, position, dimension_id, value_id, account_id, date, amount_minor)
         values ($1, $2, 1, $3, $4, $5, '2026-02-10', $6)`,
        [books.tenantId, id, dimensionId, centre.id, books.account('6020'), amount],
      );
    await expect(name('100')).rejects.toMatchObject({ message: 'accounting.entry_incomplete' });
    await expect(name('99')).rejects.toMatchObject({ message: 'accounting.entry_incomplete' });
    await spend(centres, '1.00', centre.id);
    for (const statement of [
      'update journal_line_dimensions set amount_minor = 1 where tenant_id = $1',
      'delete from journal_line_dimensions where tenant_id = $1',
    ]) {
      await expect(asApp(books, statement, [books.tenantId])).rejects.toMatchObject({ code: '42501' });
      await expect(asAdministrator(statement, [books.tenantId])).rejects.toMatchObject({ message: 'accounting.entry_posted' });
    }
  });
});
