import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as purchasing from '@atlas/purchasing/contract';
import { describe, expect, it } from 'vitest';
import { violations } from './invariants.ts';
import { operationNamed } from './operations.ts';
import { type Buyer, billOf, entryRows, newBuyer } from './purchases.ts';

const createPaymentTerms = operationNamed<typeof payments.createPaymentTerms>('payments.terms.create');
const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const createBill = operationNamed<typeof purchasing.createBill>('purchasing.bill.create');
const getBill = operationNamed<typeof purchasing.getBill>('purchasing.bill.get');
const issueBill = operationNamed<typeof purchasing.issueBill>('purchasing.bill.issue');
const postBill = operationNamed<typeof purchasing.postBill>('purchasing.bill.post');
const voidBill = operationNamed<typeof purchasing.voidBill>('purchasing.bill.void');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const runRevaluation = operationNamed<typeof accounting.runRevaluation>('accounting.revaluation.run');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

const refused = (code: string) => expect.objectContaining({ code });
const rest = { kind: 'rest', value: null };

const termsOf = async (shop: Buyer, terms: object): Promise<string> =>
  (await shop.run(createPaymentTerms, { code: 'T', name: 'Terms', ...terms })).id;
const halves = (shop: Buyer) =>
  termsOf(shop, {
    lines: [
      { kind: 'percent', value: '0.5', days: 10 },
      { ...rest, days: 40 },
    ],
  });

/** Money sent to the supplier. */
const payment = (shop: Buyer, amount: string, items: readonly object[], more: object = {}) => ({
  ...{ direction: 'out' as const, partyId: shop.supplierId, date: '2026-03-15', accountId: shop.account('1020'), amount, items },
  ...more,
});

const balanceOf = async (shop: Buyer, code: string): Promise<string | undefined> => {
  const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
  const row = rows.find((each) => each.code === code);
  return row && (Number(row.debit.amount) - Number(row.credit.amount)).toFixed(2);
};

describe('the terms of a bill', () => {
  it('split it into instalments that are due and paid one by one, as a draft and posted at once', async () => {
    const shop = await newBuyer();
    const paymentTermsId = await halves(shop);
    const draft = await shop.run(createBill, billOf(shop, '1', { paymentTermsId }));
    expect(draft).toMatchObject({ paymentTermsId, dueDate: '2026-04-19' });
    const posted = await shop.run(postBill, { id: draft.id });
    await shop.run(issueBill, billOf(shop, '1', { paymentTermsId }));
    const { items } = await shop.run(listOpenItems, { partyId: shop.supplierId });
    expect(items.map(({ dueOn, open }) => [dueOn, open.amount]).sort()).toEqual([
      ['2026-03-20', '-59.50'],
      ['2026-03-20', '-59.50'],
      ['2026-04-19', '-59.50'],
      ['2026-04-19', '-59.50'],
    ]);
    await shop.run(postPayment, payment(shop, '59.50', [{ entryId: posted.entryId, position: 1, amount: '59.50' }]));
    expect(await shop.run(getBill, { id: draft.id })).toMatchObject({ open: { amount: '59.50' } });
    expect(await violations()).toEqual({});
  });

  it('take off what paying early does, with the tax that was claimed', async () => {
    const shop = await newBuyer();
    const paymentTermsId = await termsOf(shop, {
      lines: [{ ...rest, days: 30 }],
      discount: { share: '0.02', days: 10, basis: 'gross' },
    });
    const { id, entryId } = await shop.run(issueBill, billOf(shop, '1', { paymentTermsId }));
    const item = { entryId, position: 1, amount: '116.62', discount: '2.38' };
    const late = payment(shop, '116.62', [item], { date: '2026-03-21' });
    await expect(shop.run(postPayment, late)).rejects.toThrow(refused('payments.discount_not_due'));
    const paid = await shop.run(postPayment, payment(shop, '116.62', [item]));
    expect(await entryRows(shop, paid.entryId)).toEqual([
      ['2100', '119.00', null],
      ['1020', null, '116.62'],
      ['4910', null, '2.00'],
      ['1300', null, '0.38'],
    ]);
    expect(await shop.run(getBill, { id })).toMatchObject({ open: { amount: '0.00' } });
    expect(await violations()).toEqual({});
  });

  it('leave no due date to say, and are those of the workspace', async () => {
    const shop = await newBuyer();
    const paymentTermsId = await halves(shop);
    await expect(shop.run(issueBill, billOf(shop, '1', { paymentTermsId, dueDate: '2026-05-01' }))).rejects.toMatchObject({
      code: 'purchasing.terms_say_due_date',
      details: { errors: [{ pointer: '/dueDate' }] },
    });
    const unknown = billOf(shop, '1', { paymentTermsId: shop.supplierId });
    await expect(shop.run(issueBill, unknown)).rejects.toThrow(refused('payments.unknown_terms'));
  });

  it('are taken back with the bill, all instalments', async () => {
    const shop = await newBuyer();
    const { id } = await shop.run(issueBill, billOf(shop, '1', { paymentTermsId: await halves(shop) }));
    await shop.run(voidBill, { id, date: '2026-03-20' });
    expect((await shop.run(listOpenItems, { partyId: shop.supplierId })).items).toEqual([]);
    expect(await violations()).toEqual({});
  });
});

describe('a bill in dollars', () => {
  const bill = async (shop: Buyer, more: object = {}) => {
    await shop.run(saveExchangeRate, { currency: 'USD', validOn: '2026-03-01', rate: '1.25' });
    return shop.run(issueBill, billOf(shop, '1', { currency: 'USD', ...more }));
  };
  const dollars = (shop: Buyer, entryId: string, amount: string, value: string, position = 1) =>
    payment(shop, amount, [{ entryId, position, amount }], { currency: 'USD', value });

  it('paid when dollars are cheaper makes a gain, and when they are dearer a loss', async () => {
    const shop = await newBuyer();
    const [cheaper, dearer] = [await bill(shop), await bill(shop)];
    await shop.run(postPayment, dollars(shop, cheaper.entryId, '119', '90.20'));
    expect(await balanceOf(shop, '4900')).toBe('-5.00');
    await shop.run(postPayment, dollars(shop, dearer.entryId, '119', '97.20'));
    expect(await balanceOf(shop, '6900')).toBe('2.00');
    expect(await balanceOf(shop, '2100')).toBeUndefined();
    expect(await shop.run(getBill, { id: dearer.id })).toMatchObject({ open: { amount: '0.00', currency: 'USD' } });
    expect(await violations()).toEqual({});
  });

  it('is revalued while it is open, and what is realised then is the rest', async () => {
    const shop = await newBuyer();
    const { entryId } = await bill(shop, { paymentTermsId: await halves(shop) });
    await shop.run(saveExchangeRate, { currency: 'USD', validOn: '2026-03-31', rate: '1.19' });
    await shop.run(runRevaluation, { date: '2026-03-31', reversal: 'kept' });
    expect(await balanceOf(shop, '2100')).toBe('-100.00');
    await shop.run(postPayment, dollars(shop, entryId, '59.50', '51', 1));
    await shop.run(postPayment, dollars(shop, entryId, '59.50', '52', 2));
    expect(await balanceOf(shop, '2100')).toBeUndefined();
    // 80 % of 119.00 were 95.20; 103.00 were paid.
    expect(await balanceOf(shop, '1020')).toBe('-103.00');
    expect(await violations()).toEqual({});
  });
});
