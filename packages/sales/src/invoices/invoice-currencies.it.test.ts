import type * as accounting from '@atlas/accounting/contract';
import { asAdministrator, importFiles, newShop, operationNamed, type Shop, violations } from '@atlas/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { readRevenueBreakdown } from '../reports/read-revenue-breakdown.ts';
import { createInvoice } from './create-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { postInvoice } from './post-invoice.ts';
import { voidInvoice } from './void-invoice.ts';

const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

const refused = (code: string) => expect.objectContaining({ code });

let shop: Shop;
const inDollars = (unitPrice = '100') => ({
  customerId: shop.customerId,
  date: '2026-03-10',
  currency: 'USD',
  lines: [{ productId: shop.productId, quantity: '1', unitPrice }],
});
const worth = (validOn: string, rate: string) => shop.run(saveExchangeRate, { currency: 'USD', validOn, rate });
const posted = async (entryId: string) =>
  (await shop.run(getJournal, { id: entryId })).lines.map(({ accountCode, debit, credit }) => [
    accountCode,
    debit?.amount ?? `-${credit?.amount}`,
  ]);
const itemsOf = async () => {
  const rows = await asAdministrator<Record<'currency' | 'residual_minor' | 'residual_base_minor', string>>(
    `select currency, residual_minor, residual_base_minor from open_items where tenant_id = '${shop.tenantId}' order by entry_id`,
  );
  return rows.map((row) => [row.currency, Number(row.residual_minor), Number(row.residual_base_minor)]);
};

beforeEach(async () => {
  shop = await newShop();
});

describe('an invoice in another currency than the books', () => {
  it('is posted at the rate of its day, in the books in their currency, and open in its own', async () => {
    await expect(shop.run(issueInvoice, inDollars())).rejects.toThrow(refused('accounting.no_rate'));
    await worth('2026-03-09', '1.25');
    const issued = await shop.run(issueInvoice, inDollars());
    expect(issued).toMatchObject({
      gross: { amount: '119.00', currency: 'USD' },
      exchangeRate: { quotation: 'foreign_per_base', rate: '1.25' },
      inBooks: { net: { amount: '80.00' }, tax: { amount: '15.20' }, gross: { amount: '95.20', currency: 'EUR' } },
    });
    expect(await posted(issued.entryId)).toEqual([
      ['1100', '95.20'],
      ['4010', '-80.00'],
      ['2200', '-15.20'],
    ]);
    expect(await itemsOf()).toEqual([['USD', 11_900, 9_520]]);
    const { total } = await shop.run(readRevenueBreakdown, { by: 'customer' });
    expect(total).toEqual({ amount: '80.00', currency: 'EUR' });
  });

  it('at a rate of its own leaves what rounding leaves on the account for it', async () => {
    const lines = ['0.33', '0.33', '0.33'].map((unitPrice) => ({ description: 'Thirds', quantity: '1', unitPrice }));
    const exchangeRate = { quotation: 'base_per_foreign', rate: '0.5' };
    const issued = await shop.run(issueInvoice, { ...inDollars(), lines, exchangeRate });
    expect(await posted(issued.entryId)).toEqual([
      ['1100', '0.50'],
      ['4010', '-0.51'],
      ['6950', '0.01'],
    ]);
    expect(await violations()).toEqual({});
  });

  it('as a draft takes the rate of the day on which it is posted, unless it names one', async () => {
    const draft = await shop.run(createInvoice, inDollars());
    expect(draft).toMatchObject({ currency: 'USD', exchangeRate: null, inBooks: null });
    const rated = await shop.run(createInvoice, { ...inDollars(), exchangeRate: { quotation: 'base_per_foreign', rate: '0.9' } });
    await worth('2026-03-10', '1.25');
    expect(await shop.run(postInvoice, { id: draft.id })).toMatchObject({ inBooks: { gross: { amount: '95.20' } } });
    expect(await shop.run(postInvoice, { id: rated.id })).toMatchObject({
      exchangeRate: { rate: '0.9' },
      inBooks: { gross: { amount: '107.10' } },
    });
    const taxes = await asAdministrator<{ base: string; amount: string }>(
      `select books_base_minor as base, books_amount_minor as amount from document_taxes where tenant_id = '${shop.tenantId}' order by 1`,
    );
    expect(taxes.map(({ base, amount }) => [Number(base), Number(amount)])).toEqual([
      [8_000, 1_520],
      [9_000, 1_710],
    ]);
  });

  it('is taken back at its own rate, so that nothing is won or lost', async () => {
    await worth('2026-03-09', '1.25');
    const { id } = await shop.run(issueInvoice, inDollars());
    await worth('2026-03-20', '1.1');
    const note = await shop.run(voidInvoice, { id, date: '2026-03-20' });
    expect(note).toMatchObject({ currency: 'USD', exchangeRate: { rate: '1.25' }, inBooks: { gross: { amount: '95.20' } } });
    expect(await itemsOf()).toEqual([
      ['USD', 0, 0],
      ['USD', 0, 0],
    ]);
    expect((await shop.run(readTrialBalance, { asOf: '2026-12-31' })).rows).toEqual([]);
  });

  it('taken back at another rate realises the difference, part by part', async () => {
    await worth('2026-03-09', '1.25');
    const { id } = await shop.run(issueInvoice, inDollars());
    const exchangeRate = { quotation: 'foreign_per_base', rate: '1.19' };
    const credit = (unitPrice: string) => ({ ...inDollars(unitPrice), kind: 'credit_note', creditedInvoiceId: id, exchangeRate });
    await shop.run(issueInvoice, credit('30'));
    await shop.run(issueInvoice, credit('70'));
    expect((await itemsOf()).every(([, own, base]) => own === 0 && base === 0)).toBe(true);
    const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
    expect(rows.find(({ code }) => code === '1100')).toBeUndefined();
    expect(rows.find(({ code }) => code === '4900')?.credit?.amount).toBe('4.80');
    expect(await violations()).toEqual({});
  });

  it('names no rate of the currency of the books', async () => {
    const input = { ...inDollars(), currency: 'EUR', exchangeRate: { quotation: 'foreign_per_base', rate: '1' } };
    await expect(shop.run(issueInvoice, input)).rejects.toThrow(refused('accounting.own_currency'));
    expect(await shop.run(issueInvoice, { ...inDollars(), currency: 'EUR' })).toMatchObject({ exchangeRate: null });
  });
});

describe('imported documents', () => {
  const heads =
    'orderid,customer,date,currency,rate\nA1,C1,2026-03-10,USD,\nA2,C1,2026-03-10,usd,1.2\nA3,C1,2026-03-10,CHF,\nA4,C1,2026-03-10,,\n';
  const lines = `orderid,product,quantity,unitprice\n${['A1', 'A2', 'A3', 'A4'].map((id) => `${id},P1,1,120`).join('\n')}\n`;

  it('say their currency and perhaps their rate; without one the rate of their day counts', async () => {
    await worth('2026-03-09', '1.25');
    const { counts } = await importFiles(shop, { 'orders.csv': heads, 'lines.csv': lines });
    expect(counts).toMatchObject([{ created: 3, refused: 1 }, {}]);
    expect(await itemsOf()).toEqual([
      ['USD', 14_280, 11_424],
      ['USD', 14_280, 11_900],
      ['EUR', 14_280, 14_280],
    ]);
  });
});
