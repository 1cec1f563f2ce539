import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type * as accounting from '@atlas/accounting/contract';
import type * as imports from '@atlas/imports/contract';
import { add, type Decimal, decimal, decimalText, multiply } from '@atlas/kernel';
import type * as sales from '@atlas/sales/contract';
import { type Books, type ImportState, importFiles, newBooks, operationNamed, violations } from '@atlas/testing';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'data');
const present = existsSync(join(folder, 'online_retail_2010-12.csv.gz'));
if (!present) process.stderr.write(`Online Retail is not beside this checkout (${folder}): its import is not tested here.\n`);

const readProfitAndLoss = operationNamed<typeof accounting.readProfitAndLoss>('accounting.report.profit_and_loss');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const readBreakdown = operationNamed<typeof sales.readRevenueBreakdown>('sales.report.revenue_breakdown');
const listRows = operationNamed<typeof imports.listImportRows>('imports.row.list');

type Expected = {
  totals: { rounded: string };
  by_country: Record<string, string>;
  top_20_customers_by_amount: [customer: string, amount: string][];
};

const december = { from: '2010-12-01', to: '2010-12-31' };

/** Every refused line, page after page. */
async function refusedLines(books: Books, id: string) {
  const lines: Awaited<ReturnType<typeof listRows>>['items'] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listRows>> = await books.run(listRows, {
      id,
      status: 'refused',
      kind: 'sales.invoice_lines',
      limit: 100,
      ...(cursor === null ? {} : { cursor }),
    });
    lines.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return lines;
}

describe.skipIf(!present)('Online Retail, December 2010', () => {
  const expected = (): Expected => JSON.parse(readFileSync(join(folder, 'online_retail_2010-12.expected.json'), 'utf8')).expected;
  const file = () => ({ 'online_retail_2010-12.csv': gunzipSync(readFileSync(join(folder, 'online_retail_2010-12.csv.gz'))) });
  let books: Books;
  let first: ImportState;
  let seconds: number;

  beforeAll(async () => {
    books = await newBooks('2010-01-01', 'GBP');
    const start = performance.now();
    first = await importFiles(books, file());
    seconds = (performance.now() - start) / 1000;
  }, 240_000);

  it('is imported in under three minutes: every row is posted or refused with its reason', async () => {
    expect(first).toMatchObject({ status: 'completed', preset: 'online_retail' });
    const counts = Object.fromEntries(first.counts.map(({ kind, created, refused, total }) => [kind, [created, refused, total]]));
    expect(counts).toEqual({
      'parties.customers': [949, 0, 949],
      'catalog.products': [2822, 0, 2822],
      'sales.invoices': [1885, 140, 2025],
      'sales.invoice_lines': [42_341, 140, 42_481],
    });
    const reasons = (await refusedLines(books, first.id)).map(
      ({ code, message }) => `${code}: ${message?.replace(/-?\d+/, 'n')}`,
    );
    const tally = Object.fromEntries(
      [...new Set(reasons)].map((reason) => [reason, reasons.filter((each) => each === reason).length]),
    );
    expect(tally).toEqual({
      'sales.wrong_sign: Quantity n: an invoice takes nothing back; only a credit note does.': 70,
      'document_refused: Its document was refused. The total of the document is zero: there is nothing to post.': 70,
    });
    expect(seconds).toBeLessThan(180);
  });

  it('posted and refused amounts add up to the file', async () => {
    const { income } = await books.run(readProfitAndLoss, december);
    const posted = income.reduce((sum: Decimal, { amount }) => add(sum, decimal(amount.amount)), decimal('0'));
    const refused = (await refusedLines(books, first.id)).reduce(
      (sum: Decimal, { values }) => add(sum, multiply(decimal(values.quantity ?? ''), decimal(values.unitPrice ?? ''))),
      decimal('0'),
    );
    expect(decimalText(add(posted, refused))).toBe(expected().totals.rounded);
    const balance = await books.run(readTrialBalance, { asOf: '2010-12-31' });
    expect(balance.totalDebit.amount).toBe(balance.totalCredit.amount);
  });

  it('has the amounts of the file by country and by customer, those without one under the walk-in customer', async () => {
    const { by_country: countries, top_20_customers_by_amount: customers } = expected();
    const byCountry = (await books.run(readBreakdown, { by: 'country', ...december, limit: 1000 })).rows;
    expect(Object.fromEntries(byCountry.map(({ key, net }) => [key, net.amount]))).toEqual(countries);
    const byCustomer = (await books.run(readBreakdown, { by: 'customer', ...december, limit: 1000 })).rows;
    const amounts = Object.fromEntries(byCustomer.map(({ key, net }) => [key, net.amount]));
    for (const [customer, amount] of customers) expect(amounts[customer === '(blank)' ? 'WALK-IN' : customer]).toBe(amount);
    expect(byCustomer.find(({ key }) => key === 'WALK-IN')?.label).toBe('Walk-in customer');
  });

  it('changes nothing when it is imported again', async () => {
    const before = await books.run(readTrialBalance, { asOf: '2010-12-31' });
    const again = await importFiles(books, file());
    expect(again.counts.map(({ created, unchanged, refused }) => [created, unchanged, refused])).toEqual([
      [0, 949, 0],
      [0, 2822, 0],
      [0, 1885, 140],
      [0, 42_341, 140],
    ]);
    expect(await books.run(readTrialBalance, { asOf: '2010-12-31' })).toEqual(before);
    expect(await violations()).toEqual({});
  }, 240_000);
});
