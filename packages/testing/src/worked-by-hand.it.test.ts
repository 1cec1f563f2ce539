import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as sales from '@atlas/sales/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from './invariants.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, newShop, type Shop } from './shop.ts';

const createPaymentTerms = operationNamed<typeof payments.createPaymentTerms>('payments.terms.create');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const getPayment = operationNamed<typeof payments.getPayment>('payments.payment.get');
const readAgeing = operationNamed<typeof payments.readAgeing>('payments.report.ageing');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const reverseAllocation = operationNamed<typeof payments.reverseAllocation>('payments.allocation.reverse');
const reversePayment = operationNamed<typeof payments.reversePayment>('payments.payment.reverse');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const savePaymentSettings = operationNamed<typeof payments.savePaymentSettings>('payments.settings.save');
const settleItems = operationNamed<typeof accounting.settleItems>('accounting.open_item.settle');

type Item = { readonly entryId: string; readonly position: number };

let shop: Shop;
beforeEach(async () => {
  shop = await newShop();
});

const payment = (date: string, amount: string, items: readonly object[] = [], more: object = {}) => ({
  ...{ direction: 'in' as const, partyId: shop.customerId, date, accountId: shop.account('1020'), amount, items },
  ...more,
});
/** An invoice in dollars without taxes, at so many euros each. */
async function dollars(unitPrice: string, rate: string, date = '2026-03-10', more: object = {}): Promise<Item & { id: string }> {
  const { id, entryId } = await shop.run(issueInvoice, {
    ...{ customerId: shop.customerId, date, currency: 'USD', exchangeRate: { quotation: 'base_per_foreign', rate } },
    lines: [{ description: 'Work', quantity: '1', unitPrice, taxIds: [] }],
    ...more,
  });
  return { id, entryId, position: 1 };
}
const keyOf = ({ entryId, position }: Item) => ({ entryId, position });
const balances = async (asOf = '2026-12-31') =>
  Object.fromEntries(
    (await shop.run(readTrialBalance, { asOf })).rows.map(({ code, debit, credit }) => [
      code,
      Number(debit.amount) > 0 ? debit.amount : `-${credit.amount}`,
    ]),
  );
const buckets = async (asOf: string) => {
  const { rows, value, balance } = await shop.run(readAgeing, { asOf });
  expect(value).toEqual(balance);
  return [value.amount, ...rows.map((row) => row.buckets.map(({ amount }) => amount))];
};

describe('a foreign invoice', () => {
  it('paid in thirds at three rates leaves no cent behind, on any day between', async () => {
    const invoice = await dollars('100', '0.91');
    const third = (date: string, amount: string, value: string) =>
      shop.run(postPayment, payment(date, amount, [{ ...keyOf(invoice), amount }], { currency: 'USD', value }));
    // 33.33 × 0.93, 33.33 × 0.88 and 33.34 × 0.90: what is paid off was worth 30.33, 30.33 and 30.34.
    await third('2026-03-20', '33.33', '31.00');
    await third('2026-04-20', '33.33', '29.33');
    await third('2026-05-20', '33.34', '30.01');
    expect(await balances()).toEqual({ '1020': '90.34', '4010': '-91.00', '4900': '-0.67', '6900': '1.33' });
    expect(await buckets('2026-03-19')).toEqual(['91.00', ['100.00', '0.00', '0.00', '0.00', '0.00']]);
    expect(await buckets('2026-03-20')).toEqual(['60.67', ['66.67', '0.00', '0.00', '0.00', '0.00']]);
    expect((await buckets('2026-04-20'))[0]).toBe('30.34');
    expect(await buckets('2026-05-20')).toEqual(['0.00']);
    expect(await violations()).toEqual({});
  });

  it('settled, taken apart and settled anew books the same difference again, and the first one back', async () => {
    const invoice = await dollars('120', '0.5');
    const paid = await shop.run(postPayment, payment('2026-03-20', '240', [], { currency: 'USD', value: '80.00' }));
    const own = { entryId: paid.entryId, position: 1 };
    await shop.run(settleItems, { date: '2026-03-21', items: [keyOf(invoice), own] });
    // 120 were worth 60 and are paid with what is worth 40.
    expect(await balances()).toMatchObject({ '6900': '20.00', '1100': '-40.00' });
    const [allocation] = (await shop.run(getPayment, { id: paid.id })).allocations;
    await shop.run(reverseAllocation, { id: allocation?.id, date: '2026-03-25' });
    const apart = await balances();
    expect([apart['6900'], apart['1100']]).toEqual([undefined, '-20.00']);
    expect((await shop.run(getInvoice, { id: invoice.id })).open.amount).toBe('120.00');
    await shop.run(settleItems, { date: '2026-03-26', items: [keyOf(invoice), own] });
    expect(await balances()).toMatchObject({ '6900': '20.00', '1100': '-40.00' });
    expect((await buckets('2026-03-25'))[0]).toBe('-20.00');
    expect((await buckets('2026-03-24'))[0]).toBe('-40.00');
    expect(await violations()).toEqual({});
  });

  it('three of them, a credit note and two payments settle each other, all for all', async () => {
    const invoices = [
      await dollars('50', '0.80'),
      await dollars('70', '0.90', '2026-03-11'),
      await dollars('30.01', '1.00', '2026-03-12'),
    ];
    const note = await dollars('20', '0.85', '2026-03-15', { kind: 'credit_note' });
    const paid = [];
    for (const [amount, value] of [
      ['100', '95.00'],
      ['30.01', '27.00'],
    ] as const)
      paid.push(await shop.run(postPayment, payment('2026-04-01', amount, [], { currency: 'USD', value })));
    const items = [...invoices, note, ...paid.map(({ entryId }) => ({ entryId, position: 1 }))].map(keyOf);
    await shop.run(settleItems, { date: '2026-04-02', items });
    // Debits 40 + 63 + 30.01 = 133.01, credits 17 + 95 + 27 = 139: 5.99 won in all, gains and losses together.
    const after = await balances();
    expect(after['1100']).toBeUndefined();
    expect(Math.round((Number(after['4900'] ?? 0) + Number(after['6900'] ?? 0)) * 100)).toBe(-599);
    expect((await shop.run(listOpenItems, { partyId: shop.customerId })).items).toEqual([]);
    expect(await violations()).toEqual({});
  });

  it('paid in the currency of the books is worth what the day of the payment says, to the last cent of it', async () => {
    await shop.run(saveExchangeRate, { currency: 'USD', validOn: '2026-04-01', rate: '1.2' });
    const invoice = await dollars('100', '0.9');
    const paid = [];
    for (const amount of ['80', '3.34']) paid.push(await shop.run(postPayment, payment('2026-04-01', amount)));
    const [most, rest] = paid.map(({ entryId }) => ({ entryId, position: 1 }));
    await shop.run(settleItems, { date: '2026-04-02', items: [keyOf(invoice), most] });
    // 80 cover 96 dollars, which were worth 86.40.
    expect(await balances()).toMatchObject({ '1100': '0.26', '6900': '6.40' });
    expect((await shop.run(getInvoice, { id: invoice.id })).open.amount).toBe('4.00');
    await shop.run(settleItems, { date: '2026-04-03', items: [keyOf(invoice), rest] });
    // Four dollars are 3.33, were worth 3.60, and leave a cent of the payment.
    expect(await balances()).toMatchObject({ '1100': '-0.01', '6900': '6.67' });
    expect((await shop.run(getInvoice, { id: invoice.id })).open.amount).toBe('0.00');
    expect((await buckets('2026-04-02'))[0]).toBe('0.26');
    expect(await violations()).toEqual({});
  });

  it('paid early in its own currency takes net and tax down at the rate of the payment', async () => {
    const discount = { share: '0.02', days: 10 };
    const { id: paymentTermsId } = await shop.run(createPaymentTerms, {
      code: 'E',
      name: 'Early',
      lines: [{ kind: 'rest', days: 30 }],
      discount,
    });
    const invoice = await dollars('0', '0.5', '2026-03-10', {
      paymentTermsId,
      lines: [{ productId: shop.productId, quantity: '1', unitPrice: '100' }],
    });
    const items = [{ ...keyOf(invoice), amount: '116.62', discount: '2.38' }];
    const paid = await shop.run(postPayment, payment('2026-03-20', '116.62', items, { currency: 'USD', value: '60.00' }));
    const { lines } = await shop.run(getJournal, { id: paid.entryId });
    // 2.00 and 0.38 dollars at 60.00 for 116.62; the claim was worth 59.50 and 61.23 are taken off.
    expect(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`])).toEqual([
      ['1100', '-61.23'],
      ['1020', '60.00'],
      ['6910', '1.03'],
      ['2200', '0.20'],
    ]);
    expect(await balances()).toEqual({ '1020': '60.00', '2200': '-9.30', '4010': '-50.00', '4900': '-1.73', '6910': '1.03' });
    expect(await violations()).toEqual({});
  });

  it('paid but for a cent that is given up, and overpaid by one that is kept', async () => {
    await shop.run(savePaymentSettings, { writeOffLimit: '1' });
    const [short, long] = [await dollars('10', '0.9'), await dollars('10', '0.9')];
    await shop.run(
      postPayment,
      payment('2026-03-20', '9.99', [{ ...keyOf(short), amount: '9.99', writeOff: '0.01' }], { currency: 'USD', value: '9.00' }),
    );
    const over = await shop.run(
      postPayment,
      payment('2026-03-20', '10.01', [{ ...keyOf(long), amount: '10' }], { currency: 'USD', value: '9.01' }),
    );
    expect(over.open.amount).toBe('0.01');
    expect((await shop.run(getInvoice, { id: short.id })).open.amount).toBe('0.00');
    // 9.00 and the cent for the first, which was worth 9.00; of 9.01 for 10.01 the ten are worth 9.00.
    expect(await balances()).toEqual({ '1020': '18.01', '1100': '-0.01', '4010': '-18.00', '4900': '-0.01', '6920': '0.01' });
    expect(await violations()).toEqual({});
  });
});

describe('an early discount of the net alone', () => {
  it('leaves the tax as it is, and comes back with the payment', async () => {
    const terms = {
      ...{ code: 'NET', name: '10 % of the net within ten days' },
      lines: [{ kind: 'rest', value: null, days: 30 }],
      discount: { share: '0.1', days: 10, basis: 'net' },
    };
    const { id: paymentTermsId } = await shop.run(createPaymentTerms, terms);
    const { id, entryId } = await shop.run(issueInvoice, { ...invoiceOf(shop, '10'), paymentTermsId });
    const [item] = (await shop.run(listOpenItems, { partyId: shop.customerId })).items;
    expect(item).toMatchObject({ open: { amount: '1190.00' }, discount: { amount: '100.00' }, discountUntil: '2026-03-20' });
    const items = [{ entryId, position: 1, amount: '1090', discount: '100' }];
    const paid = await shop.run(postPayment, payment('2026-03-20', '1090', items));
    const { lines } = await shop.run(getJournal, { id: paid.entryId });
    expect(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`])).toEqual([
      ['1100', '-1190.00'],
      ['1020', '1090.00'],
      ['6910', '100.00'],
    ]);
    expect((await shop.run(getInvoice, { id })).open.amount).toBe('0.00');
    await shop.run(reversePayment, { id: paid.id, date: '2026-03-25' });
    expect((await shop.run(getInvoice, { id })).open.amount).toBe('1190.00');
    expect(await violations()).toEqual({});
  });
});

it('payments in parts take no more off together than was offered, until one is taken back', async () => {
  const terms = {
    code: 'E',
    name: '2 % within ten days',
    lines: [{ kind: 'rest', value: null, days: 30 }],
    discount: { share: '0.02', days: 10 },
  };
  const { id: paymentTermsId } = await shop.run(createPaymentTerms, terms);
  const { id, entryId } = await shop.run(issueInvoice, { ...invoiceOf(shop, '10'), paymentTermsId });
  const item = { entryId, position: 1 };
  const part = (amount: string, discount: string) =>
    shop.run(postPayment, payment('2026-03-20', amount, [{ ...item, amount, discount }]));
  const offered = async () =>
    (await shop.run(listOpenItems, { partyId: shop.customerId })).items.map(({ discount }) => discount?.amount);
  const twice = payment(
    '2026-03-20',
    '200',
    ['100', '100'].map((amount) => ({ ...item, amount, discount: '12.00' })),
  );
  await expect(shop.run(postPayment, twice)).rejects.toMatchObject({ code: 'payments.discount_not_due' });
  const first = await part('490', '10.00');
  expect(await offered()).toEqual(['13.80']);
  await expect(part('676.19', '13.81')).rejects.toMatchObject({ code: 'payments.discount_not_due' });
  const second = await part('600', '13.80');
  expect(await offered()).toEqual([undefined]);
  await shop.run(reversePayment, { id: first.id, date: '2026-03-20' });
  expect(await offered()).toEqual(['10.00']);
  await part('566.20', '10.00');
  expect((await shop.run(getInvoice, { id })).open.amount).toBe('0.00');
  await shop.run(reversePayment, { id: second.id, date: '2026-03-21' });
  expect((await shop.run(getInvoice, { id })).open.amount).toBe('613.80');
  expect(await violations()).toEqual({});
});

describe('terms of payment worked out on paper', () => {
  it.each([
    [
      'forty-five days, end of the month',
      '2026-01-15',
      [{ kind: 'rest', days: 45, dayOfNextMonth: 0 }],
      [['2026-03-31', '119.00']],
    ],
    ['end of the month and forty-five days', '2026-01-15', [{ kind: 'rest', onDay: 31, days: 45 }], [['2026-03-17', '119.00']]],
    ['the tenth of the month after', '2026-01-31', [{ kind: 'rest', dayOfNextMonth: 10 }], [['2026-02-10', '119.00']]],
    [
      'thirds, the last takes the cent',
      '2026-01-31',
      [
        { kind: 'percent', value: '0.333333333', months: 1 },
        { kind: 'percent', value: '0.333333333', months: 2 },
        { kind: 'rest', months: 3 },
      ],
      [
        ['2026-02-28', '39.67'],
        ['2026-03-31', '39.67'],
        ['2026-04-30', '39.66'],
      ],
    ],
    [
      'a deposit, half of the rest, and the rest',
      '2026-02-01',
      [
        { kind: 'fixed', value: '19' },
        { kind: 'percent_of_rest', value: '0.5', days: 28 },
        { kind: 'rest', months: 12 },
      ],
      [
        ['2026-02-01', '19.00'],
        ['2026-03-01', '50.00'],
        ['2027-02-01', '50.00'],
      ],
    ],
  ])('%s', async (_name, date, lines, expected) => {
    const { id: paymentTermsId } = await shop.run(createPaymentTerms, { code: 'T', name: 'Terms', lines });
    await shop.run(issueInvoice, { ...invoiceOf(shop, '1', date), paymentTermsId });
    const { items } = await shop.run(listOpenItems, { partyId: shop.customerId });
    expect(items.map(({ dueOn, open }) => [dueOn, open.amount])).toEqual(expected);
  });
});
