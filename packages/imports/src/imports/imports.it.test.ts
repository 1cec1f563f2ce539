import type * as accounting from '@atlas/accounting/contract';
import type { jobs } from '@atlas/contract';
import type * as imports from '@atlas/imports/contract';
import type * as sales from '@atlas/sales/contract';
import {
  doBackgroundWork,
  dryRun,
  importFiles,
  newBooks,
  type newWorld,
  operationNamed,
  upload,
  workThroughKills,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';

const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const cancelImport = operationNamed<typeof imports.cancelImport>('imports.import.cancel');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');
const listRows = operationNamed<typeof imports.listImportRows>('imports.row.list');
const mapFile = operationNamed<typeof imports.mapImportFile>('imports.file.map');
const listJobs = operationNamed<typeof jobs.listJobs>('platform.job.list');
const listInvoices = operationNamed<typeof sales.listInvoices>('sales.invoice.list');
const listYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');

const customers = 'Customer ID,Company Name,Country\nC1,One,Norway\nC2,Two,Peru\n';
const products = 'SKU,Product name,Price\nP1,Bolt,1.50\nP2,Nut,0.25\n';
const orders = (rows: string) => `Order ID,Customer ID,Order date\n${rows}`;
const lines = (rows: string) => `Order ID,SKU,Qty,Price\n${rows}`;

const refusedRows = async (world: Awaited<ReturnType<typeof newWorld>>, id: string) =>
  (await world.run(listRows, { id, status: 'refused' })).items.map(({ kind, rowNumber, code }) => [
    kind.split('.')[1],
    rowNumber,
    code,
  ]);

describe('an import', () => {
  it('turns files into records by suggestion alone', async () => {
    const books = await newBooks();
    const files = {
      'customers.csv': customers,
      'products.csv': products,
      'o.csv': orders('A,C1,2026-01-05\n'),
      'l.csv': lines('A,P1,10,1.50\nA,P2,4,0.25\n'),
    };
    const state = await importFiles(books, files);
    expect(state.status).toBe('completed');
    const { items } = await books.run(listInvoices, {});
    expect(items.map(({ reference, status, net, customerName }) => [reference, status, net.amount, customerName])).toEqual([
      ['A', 'posted', '16.00', 'One'],
    ]);
  });

  it('refuses no row because a connection was lost', async () => {
    const books = await newBooks();
    const rows = Array.from({ length: 400 }, (_, index) => `K${index},Customer ${index},Norway\n`);
    const { id } = await dryRun(books, { 'customers.csv': `Customer ID,Company Name,Country\n${rows.join('')}` });
    await books.run(runImport, { id });
    expect(await workThroughKills(books)).toBeGreaterThan(0);
    expect(await refusedRows(books, id)).toEqual([]);
    expect((await books.run(getImport, { id })).status).toBe('completed');
  });

  it('names each row that it refuses, with its line and its reason, and imports the rest', async () => {
    const books = await newBooks();
    const state = await importFiles(books, {
      'customers.csv': `${customers}C1,Again,Chile\n,Nameless,\nC3\n`,
      'products.csv': `${products}P3,Dear,cheap\n`,
      'o.csv': orders('A,C1,2026-01-05\nB,C9,2026-01-05\nC,C1,2026-02-31\nD,C2,2019-01-01\nE,C2,2026-01-05\nF,C2,2026-01-06\n'),
      'l.csv': lines('A,P1,1,1\nB,P1,1,1\nC,P1,1,1\nD,P1,1,1\nE,P9,1,1\nF,P1,x,1\nZ,P1,1,1\n'),
    });
    expect(state.status).toBe('completed');
    expect(await refusedRows(books, state.id)).toEqual([
      ['products', 4, 'invalid_decimal'],
      ['customers', 4, 'duplicate_key'],
      ['customers', 5, 'required'],
      ['customers', 6, 'required'],
      ['invoice_lines', 3, 'document_refused'],
      ['invoice_lines', 4, 'document_refused'],
      ['invoice_lines', 5, 'document_refused'],
      ['invoice_lines', 6, 'sales.unknown_product'],
      ['invoice_lines', 7, 'invalid_decimal'],
      ['invoice_lines', 8, 'unknown_document'],
      ['invoices', 3, 'sales.unknown_customer'],
      ['invoices', 4, 'invalid_date'],
      ['invoices', 5, 'accounting.no_period'],
      ['invoices', 6, 'sales.unknown_product'],
      ['invoices', 7, 'line_refused'],
    ]);
  });

  it('writes nothing in its dry run', async () => {
    const books = await newBooks();
    const state = await dryRun(books, {
      'customers.csv': customers,
      'products.csv': products,
      'o.csv': orders('A,C1,2026-01-05\n'),
      'l.csv': lines('A,P1,1,1\n'),
    });
    expect(state.status).toBe('checked');
    expect(state.counts.map(({ ready, refused }) => [ready, refused])).toEqual([
      [2, 0],
      [2, 0],
      [1, 0],
      [1, 0],
    ]);
    expect((await books.run(listInvoices, {})).items).toEqual([]);
  });

  it('refuses a record whose period was locked after the dry run, and writes the others of its batch', async () => {
    const books = await newBooks();
    const { id } = await dryRun(books, {
      'customers.csv': customers,
      'products.csv': products,
      'o.csv': orders('A,C1,2026-01-05\nB,C1,2026-02-05\nC,C2,2026-03-05\n'),
      'l.csv': lines('A,P1,1,1\nB,P1,1,1\nC,P1,1,1\n'),
    });
    const { items: years } = await books.run(listYears, {});
    const february = years.flatMap(({ periods }) => periods).find(({ startsOn }) => startsOn === '2026-02-01');
    await books.run(lockPeriod, { id: february?.id });
    await books.run(runImport, { id });
    await doBackgroundWork(books);
    expect(await refusedRows(books, id)).toEqual([
      ['invoice_lines', 3, 'document_refused'],
      ['invoices', 3, 'accounting.period_closed'],
    ]);
    expect((await books.run(listInvoices, {})).items.map(({ reference }) => reference)).toEqual(['C', 'A']);
  });

  it('can be cancelled before it writes, and then never runs', async () => {
    const books = await newBooks();
    const { id } = await dryRun(books, { 'customers.csv': customers });
    await books.run(runImport, { id });
    await books.run(cancelImport, { id });
    await doBackgroundWork(books);
    expect(await books.run(getImport, { id })).toMatchObject({ status: 'cancelled', counts: [{ ready: 2, created: 0 }] });
    expect((await books.run(listJobs, {})).items[0]).toMatchObject({ kind: 'imports.import.run', status: 'cancelled' });
    await expect(books.run(runImport, { id })).rejects.toMatchObject({ code: 'imports.wrong_status' });
  });

  it('takes another mapping, and refuses one that cannot work', async () => {
    const books = await newBooks();
    const id = await upload(books, { 'list.csv': 'Short,Long\nC1,One\n' });
    await expect(books.run(checkImport, { id })).rejects.toMatchObject({ code: 'imports.nothing_to_import' });
    const map = (kind: string, mapping: Record<string, string>) => books.run(mapFile, { id, position: 1, kind, mapping });
    await expect(map('parties.customers', { code: 'Short' })).rejects.toMatchObject({ code: 'imports.field_missing' });
    await expect(map('parties.customers', { code: 'Nope', name: 'Long' })).rejects.toMatchObject({
      code: 'imports.unknown_column',
    });
    await expect(map('parties.customers', { shoe: 'Short' })).rejects.toMatchObject({ code: 'imports.unknown_field' });
    await expect(map('shoes', {})).rejects.toMatchObject({ code: 'imports.unknown_kind' });
    await map('parties.customers', { code: 'Short', name: 'Long' });
    await books.run(checkImport, { id });
    await doBackgroundWork(books);
    expect((await books.run(getImport, { id })).counts).toMatchObject([{ kind: 'parties.customers', ready: 1 }]);
  });

  it('reads Latin-1, UTF-16, semicolons and decimal commas', async () => {
    const books = await newBooks();
    const latin = Uint8Array.from([...'Kundennr;Name\nK1;Müller & Söhne\n'].map((letter) => letter.charCodeAt(0)));
    const id = await upload(books, {
      'kunden.csv': latin,
      'preise.csv': Buffer.from('\ufeffSKU;Name;Price\nP1;Schraube;1.234,50\n', 'utf16le'),
    });
    await books.run(mapFile, { id, position: 1, kind: 'parties.customers', mapping: { code: 'Kundennr', name: 'Name' } });
    const state = await books.run(getImport, { id });
    expect(state).toMatchObject({
      decimalMark: 'comma',
      files: [
        { encoding: 'windows-1252', delimiter: ';', sample: [['K1', 'Müller & Söhne']] },
        { encoding: 'utf-16le', kind: 'catalog.products' },
      ],
    });
    await books.run(checkImport, { id });
    await doBackgroundWork(books);
    const rows = await books.run(listRows, { id, status: 'ready' });
    expect(rows.items.map(({ values }) => values)).toEqual([
      { code: 'P1', name: 'Schraube', salesPrice: '1234.50' },
      { code: 'K1', name: 'Müller & Söhne' },
    ]);
  });
});
