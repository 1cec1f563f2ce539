import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as accounting from '@atlas/accounting/contract';
import { decimal, multiply, one, roundToMoney, subtract } from '@atlas/kernel';
import type * as sales from '@atlas/sales/contract';
import { type Books, type ImportState, importFiles, newBooks, operationNamed, violations } from '@atlas/testing';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'data', 'northwind');
const present = existsSync(folder);
if (!present) process.stderr.write(`Northwind is not beside this checkout (${folder}): its import is not tested here.\n`);

const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const readProfitAndLoss = operationNamed<typeof accounting.readProfitAndLoss>('accounting.report.profit_and_loss');
const readBreakdown = operationNamed<typeof sales.readRevenueBreakdown>('sales.report.revenue_breakdown');
const readAgeing = operationNamed<typeof sales.readReceivablesAgeing>('sales.report.receivables_ageing');

type Row = Record<string, string>;
const table = (name: string): Row[] => parse(readFileSync(join(folder, name)), { columns: true });
const files = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

/** Net of the file by some key, each line rounded half up to the cent. */
function netBy(keyOf: (line: Row, order: Row) => string): Record<string, string> {
  const orders = new Map(table('orders.csv').map((order) => [order.OrderID, order]));
  const sums = new Map<string, bigint>();
  for (const line of table('order_details.csv')) {
    const kept = subtract(one, decimal(line.Discount ?? '0'));
    const net = roundToMoney(multiply(multiply(decimal(line.Quantity ?? ''), decimal(line.UnitPrice ?? '')), kept), 'USD').minor;
    const key = keyOf(line, orders.get(line.OrderID) ?? {});
    sums.set(key, (sums.get(key) ?? 0n) + net);
  }
  return Object.fromEntries([...sums].map(([key, minor]) => [key, `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`]));
}

describe.skipIf(!present)('Northwind', () => {
  let books: Books;
  let first: ImportState;
  let seconds: number;

  beforeAll(async () => {
    books = await newBooks('1996-01-01', 'USD');
    const start = performance.now();
    first = await importFiles(books, files());
    seconds = (performance.now() - start) / 1000;
  });

  it('is imported whole, in under twenty seconds', () => {
    expect(first).toMatchObject({ status: 'completed', preset: 'northwind', doneCount: 1035, totalCount: 1035 });
    const created = Object.fromEntries(first.counts.map(({ kind, created: count }) => [kind, count]));
    expect(created).toEqual({
      'parties.customers': 91,
      'parties.suppliers': 29,
      'catalog.categories': 8,
      'catalog.products': 77,
      'sales.invoices': 830,
      'sales.invoice_lines': 2155,
    });
    expect(seconds).toBeLessThan(20);
  });

  it('has the net, freight and receivables of the file, and a trial balance of zero', async () => {
    const statement = await books.run(readProfitAndLoss, { from: '1996-01-01', to: '1998-12-31' });
    expect(statement.income.map(({ code, amount }) => [code, amount.amount])).toEqual([
      ['4010', '1265793.29'],
      ['4020', '64942.69'],
    ]);
    const balance = await books.run(readTrialBalance, { asOf: '1998-12-31' });
    expect([balance.totalDebit.amount, balance.totalCredit.amount]).toEqual(['1330735.98', '1330735.98']);
    expect((await books.run(readAgeing, { asOf: '1998-12-31' })).total.amount).toBe('1330735.98');
  });

  const categories = () => new Map(table('categories.csv').map((row) => [row.CategoryID, row.CategoryName]));
  it.each([
    ['month', (_line: Row, order: Row) => (order.OrderDate ?? '').slice(0, 7), 'key', 'net_by_month'],
    ['customer', (_line: Row, order: Row) => order.CustomerID ?? '', 'key', 'net_by_customer'],
    ['country', (_line: Row, order: Row) => order.ShipCountry ?? '', 'key', 'net_by_ship_country'],
    [
      'category',
      (line: Row) =>
        categories().get(table('products.csv').find((product) => product.ProductID === line.ProductID)?.CategoryID ?? '') ?? '',
      'label',
      'net_by_category',
    ],
  ] as const)(
    'has the net of the file by %s, and is within a cent a line of the published figures',
    async (by, keyOf, label, oracle) => {
      const products = new Map(table('products.csv').map((product) => [product.ProductID, product.CategoryID]));
      const names = categories();
      const fileKey = by === 'category' ? (line: Row) => names.get(products.get(line.ProductID) ?? '') ?? '' : keyOf;
      const { rows } = await books.run(readBreakdown, { by, limit: 1000 });
      const measured = Object.fromEntries(rows.map((row) => [row[label], row.net.amount]));
      expect(measured).toEqual(netBy(fileKey));
      const published =
        (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Record<string, string>>)[oracle] ?? {};
      const lines = table('order_details.csv').length;
      expect(Object.keys(measured).sort()).toEqual(Object.keys(published).sort());
      for (const [key, net] of Object.entries(published))
        expect(Math.abs(Number(measured[key]) - Number(net))).toBeLessThan(0.01 * lines);
    },
  );

  it('keeps the two customers without orders', async () => {
    const { rows } = await books.run(readBreakdown, { by: 'customer', limit: 1000 });
    expect(rows).toHaveLength(89);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await importFiles(books, files());
    expect(again.status).toBe('completed');
    expect(
      again.counts.every(({ created, refused, total, unchanged }) => created === 0 && refused === 0 && unchanged === total),
    ).toBe(true);
    expect((await books.run(readTrialBalance, { asOf: '1998-12-31' })).totalDebit.amount).toBe('1330735.98');
  });

  it('keeps every invariant of the database', async () => {
    expect(await violations()).toEqual({});
  });
});
