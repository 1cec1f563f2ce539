import type * as accounting from '@atlas/accounting/contract';
import {
  asAdministrator,
  type Buyer,
  billLine,
  billOf,
  entryRows,
  importFiles,
  newBuyer,
  operationNamed,
  violations,
} from '@atlas/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBill } from './create-bill.ts';
import { issueBill } from './issue-bill.ts';
import { postBill } from './post-bill.ts';
import { voidBill } from './void-bill.ts';

const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

const refused = (code: string) => expect.objectContaining({ code });

let shop: Buyer;
const inDollars = (more: object = {}) => billOf(shop, '1', { currency: 'USD', ...more });
const worth = (validOn: string, rate: string) => shop.run(saveExchangeRate, { currency: 'USD', validOn, rate });
const itemsOf = async () => {
  const rows = await asAdministrator<Record<'currency' | 'residual_minor' | 'residual_base_minor', string>>(
    `select currency, residual_minor, residual_base_minor from open_items where tenant_id = '${shop.tenantId}' order by entry_id`,
  );
  return rows.map((row) => [row.currency, Number(row.residual_minor), Number(row.residual_base_minor)]);
};

beforeEach(async () => {
  shop = await newBuyer();
});

describe('a bill in another currency than the books', () => {
  it('is posted at the rate of its date, in the books in their currency, and open in its own', async () => {
    await expect(shop.run(issueBill, inDollars())).rejects.toThrow(refused('accounting.no_rate'));
    await worth('2026-03-09', '1.25');
    const issued = await shop.run(issueBill, inDollars({ total: '119' }));
    expect(issued).toMatchObject({
      gross: { amount: '119.00', currency: 'USD' },
      exchangeRate: { quotation: 'foreign_per_base', rate: '1.25' },
      inBooks: { net: { amount: '80.00' }, tax: { amount: '15.20' }, gross: { amount: '95.20', currency: 'EUR' } },
    });
    expect(await entryRows(shop, issued.entryId)).toEqual([
      ['2100', null, '95.20'],
      ['6040', '80.00', null],
      ['1300', '15.20', null],
    ]);
    expect(await itemsOf()).toEqual([['USD', -11_900, -9_520]]);
    expect(await violations()).toEqual({});
  });

  it('at a rate of its own leaves what rounding leaves on the account for it', async () => {
    const lines = ['0.33', '0.33', '0.33'].map((unitPrice) => billLine(shop, '1', unitPrice));
    const exchangeRate = { quotation: 'base_per_foreign', rate: '0.5' };
    const issued = await shop.run(issueBill, inDollars({ lines, exchangeRate }));
    expect(await entryRows(shop, issued.entryId)).toEqual([
      ['2100', null, '0.50'],
      ['6040', '0.51', null],
      ['6950', null, '0.01'],
    ]);
    expect(await violations()).toEqual({});
  });

  it('as a draft takes the rate of its date when it is posted, unless it names one', async () => {
    const draft = await shop.run(createBill, inDollars());
    expect(draft).toMatchObject({ currency: 'USD', exchangeRate: null, inBooks: null });
    const rated = await shop.run(createBill, inDollars({ exchangeRate: { quotation: 'base_per_foreign', rate: '0.9' } }));
    await worth('2026-03-10', '1.25');
    expect(await shop.run(postBill, { id: draft.id })).toMatchObject({ inBooks: { gross: { amount: '95.20' } } });
    expect(await shop.run(postBill, { id: rated.id })).toMatchObject({
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
    const { id } = await shop.run(issueBill, inDollars());
    await worth('2026-03-20', '1.1');
    const note = await shop.run(voidBill, { id, date: '2026-03-20' });
    expect(note).toMatchObject({ currency: 'USD', exchangeRate: { rate: '1.25' }, inBooks: { gross: { amount: '95.20' } } });
    expect((await itemsOf()).every(([, own, base]) => own === 0 && base === 0)).toBe(true);
    expect((await shop.run(readTrialBalance, { asOf: '2026-12-31' })).rows).toEqual([]);
    expect(await violations()).toEqual({});
  });

  it('taken back at another rate realises the difference, part by part', async () => {
    await worth('2026-03-09', '1.25');
    const { id } = await shop.run(issueBill, inDollars());
    const exchangeRate = { quotation: 'foreign_per_base', rate: '1.19' };
    const credit = (price: string) => {
      const lines = [billLine(shop, '1', price, { taxIds: [shop.taxCodeId] })];
      return inDollars({ kind: 'credit_note', creditedBillId: id, exchangeRate, lines });
    };
    await shop.run(issueBill, credit('30'));
    await shop.run(issueBill, credit('70'));
    expect((await itemsOf()).every(([, own, base]) => own === 0 && base === 0)).toBe(true);
    const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
    expect(rows.find(({ code }) => code === '2100')).toBeUndefined();
    expect(await violations()).toEqual({});
  });

  it('names no rate of the currency of the books', async () => {
    const exchangeRate = { quotation: 'foreign_per_base', rate: '1' };
    await expect(shop.run(issueBill, billOf(shop, '1', { exchangeRate }))).rejects.toThrow(refused('accounting.own_currency'));
  });

  it('is imported with its currency, and perhaps its rate', async () => {
    await worth('2026-03-09', '1.25');
    const heads = 'supplier,bill number,date,currency,rate,account,unit price\n';
    const supplier = await asAdministrator<{ code: string }>(`select code from parties where id = '${shop.supplierId}'`);
    const rows = ['A1,2026-03-10,USD,,6040,120', 'A2,2026-03-10,usd,1.2,6040,120', 'A3,2026-03-10,CHF,,6040,120'];
    const text = `${heads}${rows.map((row) => `${supplier[0]?.code},${row}`).join('\n')}\n`;
    const { counts } = await importFiles(shop, { 'bills.csv': text });
    expect(counts).toMatchObject([{ created: 2, refused: 1 }, {}]);
    expect(await itemsOf()).toEqual([
      ['USD', -12_000, -9_600],
      ['USD', -12_000, -10_000],
    ]);
  });
});
