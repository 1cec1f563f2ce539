import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as sales from '@atlas/sales/contract';
import { describe, expect, it } from 'vitest';
import { violations } from './invariants.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, newShop, type Shop } from './shop.ts';

const reverseAllocation = operationNamed<typeof payments.reverseAllocation>('payments.allocation.reverse');
const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const readAgeing = operationNamed<typeof payments.readAgeing>('payments.report.ageing');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const readPartyStatement = operationNamed<typeof payments.readPartyStatement>('payments.report.party_statement');
const savePaymentSettings = operationNamed<typeof payments.savePaymentSettings>('payments.settings.save');
const createPaymentTerms = operationNamed<typeof payments.createPaymentTerms>('payments.terms.create');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const getPayment = operationNamed<typeof payments.getPayment>('payments.payment.get');
const listPayments = operationNamed<typeof payments.listPayments>('payments.payment.list');
const reversePayment = operationNamed<typeof payments.reversePayment>('payments.payment.reverse');
const settleItems = operationNamed<typeof accounting.settleItems>('accounting.open_item.settle');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');
const postInvoice = operationNamed<typeof sales.postInvoice>('sales.invoice.post');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');

const refused = (code: string) => expect.objectContaining({ code });

/** An invoice of the shop's customer over so many times 119.00, and the item that its payment names. */
async function owed(shop: Shop, quantity = '1', date = '2026-03-10') {
  const { id, entryId } = await shop.run(issueInvoice, invoiceOf(shop, quantity, date));
  return { id, item: { entryId, position: 1 } };
}

const receipt = (shop: Shop, amount: string, items: readonly object[] = [], date = '2026-03-20') => ({
  direction: 'in' as const,
  partyId: shop.customerId,
  date,
  accountId: shop.account('1020'),
  amount,
  items,
});

const openOn = async (shop: Shop, id: string): Promise<string> => (await shop.run(getInvoice, { id })).open.amount;

describe('a payment', () => {
  it('settles an invoice, in part and then whole', async () => {
    const shop = await newShop();
    const { id, item } = await owed(shop);
    const first = await shop.run(postPayment, receipt(shop, '100', [{ ...item, amount: '100' }]));
    expect(first).toMatchObject({ number: 'PAY-2026-00001', open: { amount: '0.00' }, value: { amount: '100.00' } });
    expect(first.allocations).toMatchObject([{ sourceKind: 'sales.invoice', sourceId: id, amount: { amount: '100.00' } }]);
    expect(await openOn(shop, id)).toBe('19.00');
    await expect(shop.run(postPayment, receipt(shop, '20', [{ ...item, amount: '20' }]))).rejects.toThrow(
      refused('accounting.over_allocated'),
    );
    await shop.run(postPayment, receipt(shop, '19', [{ ...item, amount: '19' }]));
    expect(await openOn(shop, id)).toBe('0.00');
    expect((await shop.run(listOpenItems, { partyId: shop.customerId })).items).toEqual([]);
    expect(await violations()).toEqual({});
  });

  it('that is too much is an advance, allocated later and taken apart again', async () => {
    const shop = await newShop();
    const { id, item } = await owed(shop);
    const paid = await shop.run(postPayment, receipt(shop, '150', [{ ...item, amount: '119' }]));
    expect(paid.open.amount).toBe('31.00');
    const next = await owed(shop, '1', '2026-03-25');
    const own = { entryId: paid.entryId, position: 1 };
    await shop.run(settleItems, { date: '2026-03-26', items: [next.item, own] });
    const { allocations } = await shop.run(getPayment, { id: paid.id });
    const allocation = allocations.find(({ sourceId }) => sourceId === next.id);
    expect(allocation).toMatchObject({ amount: { amount: '31.00' } });
    expect(await openOn(shop, next.id)).toBe('88.00');
    const takenBack = () => shop.run(reverseAllocation, { id: allocation?.id, date: '2026-03-27' });
    const twice = await Promise.allSettled([takenBack(), takenBack()]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(twice).toContainEqual({ status: 'rejected', reason: refused('accounting.not_allocated') });
    expect(await openOn(shop, next.id)).toBe('119.00');
    await expect(takenBack()).rejects.toThrow(refused('accounting.not_allocated'));
    expect(await openOn(shop, id)).toBe('0.00');
    expect(await violations()).toEqual({});
  });

  it('is taken back: what it settled is open again, and it cannot be taken back twice', async () => {
    const shop = await newShop();
    const { id, item } = await owed(shop);
    const paid = await shop.run(postPayment, receipt(shop, '119', [{ ...item, amount: '119' }]));
    await expect(shop.run(reversePayment, { id: paid.id, date: '2026-03-19' })).rejects.toThrow(
      refused('payments.reversed_too_early'),
    );
    const back = await shop.run(reversePayment, { id: paid.id, date: '2026-03-21' });
    expect(back).toMatchObject({ reversedOn: '2026-03-21', open: { amount: '0.00' }, allocations: [] });
    expect(await openOn(shop, id)).toBe('119.00');
    await expect(shop.run(reversePayment, { id: paid.id, date: '2026-03-22' })).rejects.toThrow(refused('payments.reversed'));
    expect(await violations()).toEqual({});
  });

  it('of 240 comes in three parts, and the last cent of it is written off within the limit', async () => {
    const shop = await newShop();
    const { id, item } = await owed(shop, '2');
    for (const amount of ['120', '17']) await shop.run(postPayment, receipt(shop, amount, [{ ...item, amount }]));
    const rest = (writeOff: string) => receipt(shop, '100', [{ ...item, amount: '100', writeOff }]);
    await shop.run(savePaymentSettings, { writeOffLimit: '0.50' });
    await expect(shop.run(postPayment, rest('1'))).rejects.toThrow(refused('payments.write_off_too_large'));
    await shop.run(savePaymentSettings, { writeOffLimit: '1' });
    await shop.run(postPayment, rest('1'));
    expect(await openOn(shop, id)).toBe('0.00');
    expect(await violations()).toEqual({});
  });

  it('of 110 on 100 keeps 10 as credit, or gives them up', async () => {
    const shop = await newShop();
    const { item } = await owed(shop);
    const kept = await shop.run(postPayment, receipt(shop, '129', [{ ...item, amount: '119' }]));
    expect(kept.open.amount).toBe('10.00');
    const other = await owed(shop);
    const written = await shop.run(postPayment, receipt(shop, '129', [{ ...other.item, amount: '129', writeOff: '-10' }]));
    expect(written.open.amount).toBe('0.00');
    expect(await violations()).toEqual({});
  });

  it('refuses what is not the party’s, not owed to us, or more than was paid', async () => {
    const shop = await newShop();
    const { item } = await owed(shop);
    const one = { ...item, amount: '119' };
    await expect(shop.run(postPayment, receipt(shop, '100', [one]))).rejects.toThrow(refused('payments.allocated_more'));
    await expect(
      shop.run(postPayment, { ...receipt(shop, '119', [one]), direction: 'out', ledger: 'receivable' }),
    ).rejects.toThrow(refused('payments.wrong_side'));
    await expect(shop.run(postPayment, { ...receipt(shop, '119', [one]), accountId: shop.account('1100') })).rejects.toThrow(
      refused('payments.unknown_money_account'),
    );
    await expect(shop.run(postPayment, receipt(shop, '119', [{ ...one, amount: '100', discount: '1' }]))).rejects.toThrow(
      refused('payments.discount_not_due'),
    );
  });
});

it('two payments on one invoice at once never settle more than it is', async () => {
  const shop = await newShop();
  const { id, item } = await owed(shop);
  const attempts = Array.from({ length: 8 }, () =>
    shop.run(postPayment, receipt(shop, '50', [{ ...item, amount: '50' }])).then(
      () => 'paid',
      (error: { code: string }) => error.code,
    ),
  );
  const answers = await Promise.all(attempts);
  expect(answers.filter((answer) => answer === 'paid')).toHaveLength(2);
  expect(answers.filter((answer) => answer === 'accounting.over_allocated')).toHaveLength(6);
  expect(await openOn(shop, id)).toBe('19.00');
  expect(await violations()).toEqual({});
});

describe('what is open', () => {
  it('on a day of the past is told by what was allocated until then, and ties to the control account', async () => {
    const shop = await newShop();
    const { item } = await owed(shop, '1', '2026-02-10');
    await shop.run(postPayment, receipt(shop, '100', [{ ...item, amount: '100' }], '2026-04-20'));
    const ageing = async (asOf: string) => {
      const { rows, sums, value, balance } = await shop.run(readAgeing, { asOf });
      expect(value).toEqual(balance);
      // One party and one currency: its buckets are those of the books.
      expect(sums.map((sum) => sum.value.amount)).toEqual(rows[0]?.buckets.map(({ amount }) => amount) ?? sums.map(() => '0.00'));
      expect(sums.map(({ itemCount }) => itemCount)).toEqual(sums.map((sum) => (Number(sum.value.amount) === 0 ? 0 : 1)));
      return rows.map(({ buckets }) => buckets.map(({ amount }) => amount));
    };
    expect(await ageing('2026-02-09')).toEqual([]);
    expect(await ageing('2026-03-01')).toEqual([['119.00', '0.00', '0.00', '0.00', '0.00']]);
    expect(await ageing('2026-04-19')).toEqual([['0.00', '0.00', '119.00', '0.00', '0.00']]);
    expect(await ageing('2026-04-20')).toEqual([['0.00', '0.00', '19.00', '0.00', '0.00']]);
    expect(await ageing('2026-12-31')).toEqual([['0.00', '0.00', '0.00', '0.00', '19.00']]);
  });

  it('stands on the statement of account with its running balance', async () => {
    const shop = await newShop();
    const { item } = await owed(shop, '1', '2026-02-10');
    await shop.run(postPayment, receipt(shop, '100', [{ ...item, amount: '100' }], '2026-04-20'));
    const statement = await shop.run(readPartyStatement, { partyId: shop.customerId, from: '2026-03-01', to: '2026-04-30' });
    expect(statement.currencies).toMatchObject([
      {
        opening: { amount: '119.00' },
        lines: [{ documentNumber: 'PAY-2026-00001', amount: { amount: '-100.00' }, balance: { amount: '19.00' } }],
        closing: { amount: '19.00' },
        // Of the invoice, which came before its first day.
        overdue: { amount: '19.00' },
      },
    ]);
    const backwards = { partyId: shop.customerId, from: '2026-04-30', to: '2026-03-01' };
    await expect(shop.run(readPartyStatement, backwards)).rejects.toThrow(refused('invalid_period'));
  });

  it('is told as it was known on a day, whatever was posted, allocated or taken back later for days before it', async () => {
    const shop = await newShop();
    const at = (day: number) => ({ at: `2026-05-0${day}T09:00:00.000Z` });
    const asOf = '2026-04-30';
    const said = async (knownOn?: string) => {
      const known = knownOn === undefined ? {} : { knownOn };
      const { value, balance } = await shop.run(readAgeing, { asOf, ...known });
      const { rows } = await shop.run(readTrialBalance, { asOf, ...known });
      expect([balance?.amount, rows.find(({ code }) => code === '1100')?.debit.amount ?? '0.00']).toEqual([
        value.amount,
        value.amount,
      ]);
      const [of] = (await shop.run(readPartyStatement, { partyId: shop.customerId, from: asOf, to: asOf, ...known })).currencies;
      expect([of?.closing.amount ?? '0.00', of?.overdue.amount ?? '0.00']).toEqual([value.amount, value.amount]);
      return value.amount;
    };
    const { entryId } = await shop.run(issueInvoice, invoiceOf(shop, '1', '2026-02-10'), at(1));
    const item = { entryId, position: 1 };
    // Dated before the day, written down after it.
    const paid = await shop.run(postPayment, receipt(shop, '100', [{ ...item, amount: '100' }], '2026-03-20'), at(2));
    await shop.run(issueInvoice, invoiceOf(shop, '2', '2026-02-11'), at(3));
    const { allocations } = await shop.run(getPayment, { id: paid.id });
    await shop.run(reverseAllocation, { id: allocations[0]?.id, date: '2026-03-21' }, at(4));
    await shop.run(settleItems, { date: '2026-03-22', items: [item, { entryId: paid.entryId, position: 1 }] }, at(5));
    await shop.run(reversePayment, { id: paid.id, date: '2026-04-01' }, at(6));
    const known = ['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'];
    const values = [];
    for (const day of known) values.push(await said(day));
    expect(values).toEqual(['0.00', '119.00', '19.00', '257.00', '257.00', '257.00', '357.00']);
    expect(await said()).toBe('357.00');
    // The payment stands beside the invoice only where it was known that its allocation had been taken back.
    const counts = async (knownOn: string) =>
      (await shop.run(readAgeing, { asOf, knownOn })).sums.reduce((sum, { itemCount }) => sum + itemCount, 0);
    expect([await counts('2026-05-03'), await counts('2026-05-04'), await counts('2026-05-05')]).toEqual([2, 3, 2]);
    expect(await violations()).toEqual({});
  });
});

it('payments are listed and read', async () => {
  const shop = await newShop();
  const { id } = await shop.run(postPayment, { ...receipt(shop, '10'), reference: 'March rent' });
  const { items } = await shop.run(listPayments, { q: 'rent', open: 'true' });
  expect(items).toMatchObject([{ id, partyName: 'Customer One', amount: { amount: '10.00' }, open: { amount: '10.00' } }]);
  expect(await shop.run(getPayment, { id })).toMatchObject({ id, allocations: [] });
});

describe('terms of payment', () => {
  const day = (days: number) => ({ days });

  it('make an invoice due in instalments, and a payment settles them one by one', async () => {
    const shop = await newShop();
    const lines = [
      { kind: 'percent', value: '0.3', ...day(0) },
      { kind: 'percent', value: '0.3', ...day(30) },
      { kind: 'rest', value: null, ...day(60) },
    ];
    const { id: paymentTermsId } = await shop.run(createPaymentTerms, { code: 'PARTS', name: 'Three parts', lines });
    const invoice = { ...invoiceOf(shop, '1'), paymentTermsId };
    await expect(shop.run(issueInvoice, { ...invoice, dueDate: '2026-04-01' })).rejects.toThrow(
      refused('sales.terms_say_due_date'),
    );
    const { id, entryId, dueDate } = await shop.run(issueInvoice, invoice);
    expect(dueDate).toBe('2026-05-09');
    const { items } = await shop.run(listOpenItems, { partyId: shop.customerId });
    expect(items.map(({ dueOn, open }) => [dueOn, open.amount])).toEqual([
      ['2026-03-10', '35.70'],
      ['2026-04-09', '35.70'],
      ['2026-05-09', '47.60'],
    ]);
    const first = [{ entryId, position: 1, amount: '35.70' }];
    await shop.run(postPayment, receipt(shop, '35.70', first));
    expect(await openOn(shop, id)).toBe('83.30');
    expect(await violations()).toEqual({});
  });

  it('take an early discount off with its tax, until its day', async () => {
    const shop = await newShop();
    const terms = {
      ...{ code: 'EARLY', name: 'Thirty days, 2 % within ten' },
      lines: [{ kind: 'rest', value: null, ...day(30) }],
      discount: { share: '0.02', days: 10 },
    };
    const { id: paymentTermsId } = await shop.run(createPaymentTerms, terms);
    const draft = await shop.run(createInvoice, { ...invoiceOf(shop, '1'), paymentTermsId });
    const { id, entryId } = await shop.run(postInvoice, { id: draft.id });
    const early = (date: string) => receipt(shop, '116.62', [{ entryId, position: 1, amount: '116.62', discount: '2.38' }], date);
    await expect(shop.run(postPayment, early('2026-03-21'))).rejects.toThrow(refused('payments.discount_not_due'));
    const paid = await shop.run(postPayment, early('2026-03-20'));
    expect(await openOn(shop, id)).toBe('0.00');
    const { lines } = await shop.run(getJournal, { id: paid.entryId });
    expect(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`])).toEqual([
      ['1100', '-119.00'],
      ['1020', '116.62'],
      ['6910', '2.00'],
      ['2200', '0.38'],
    ]);
    await shop.run(reversePayment, { id: paid.id, date: '2026-03-25' });
    expect(await openOn(shop, id)).toBe('119.00');
    expect(await violations()).toEqual({});
  });
});
