import type { readTrialBalance } from '@atlas/accounting/contract';
import type { readAgeing } from '@atlas/payments/contract';
import type { Database } from '@atlas/platform';
import { openDatabase } from '@atlas/platform';
import type { listInvoices } from '@atlas/sales/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { countRoundTrips, type RoundTrips } from './services/round-trips.ts';
import { newShop, type Shop } from './shop.ts';

const list = operationNamed<typeof listInvoices>('sales.invoice.list');
const trialBalance = operationNamed<typeof readTrialBalance>('accounting.report.trial_balance');
const ageing = operationNamed<typeof readAgeing>('payments.report.ageing');

describe('round trips to the database', () => {
  let proxy: RoundTrips;
  let db: Database;
  let shop: Shop;

  beforeAll(async () => {
    proxy = await countRoundTrips((await testDatabase()).urls.app);
    db = openDatabase({ url: proxy.url, poolSize: 1, preparedStatements: true });
    shop = await newShop();
  });

  afterAll(async () => {
    await db.close();
    await proxy.close();
  });

  const lines = () =>
    Array.from({ length: 5 }, (_, index) => ({ productId: shop.productId, quantity: `${index + 1}`, unitPrice: '9.99' }));
  const invoice = (reference: string) => ({ customerId: shop.customerId, date: '2026-03-10', reference, lines: lines() });

  it('posting an invoice of five lines takes three, and ten statements, with its key, audit and outbox', async () => {
    await issueInvoice({ ...shop.ctx({ key: 'warm' }), db }, invoice('warm'));
    proxy.reset();
    await issueInvoice({ ...shop.ctx({ key: 'cold' }), db }, invoice('cold'));
    expect({ trips: proxy.count(), statements: proxy.statements() }).toEqual({ trips: 3, statements: 10 });
  });

  it('reading a page takes one: nobody waits for its COMMIT', async () => {
    await list({ ...shop.ctx(), db }, {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    proxy.reset();
    const page = await list({ ...shop.ctx(), db }, {});
    const trips = proxy.count();
    expect(page.items.length).toBeGreaterThan(0);
    expect(trips).toBe(1);
  });

  it.each([
    ['trial balance', () => trialBalance({ ...shop.ctx(), db }, { asOf: '2026-03-31' })],
    ['ageing', () => ageing({ ...shop.ctx(), db }, { ledger: 'receivable', asOf: '2026-03-31' })],
  ])('reading a %s of everything takes one, too', async (_what, read) => {
    await read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    proxy.reset();
    await read();
    expect(proxy.count()).toBe(1);
  });
});
