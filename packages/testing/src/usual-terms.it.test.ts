import type * as parties from '@atlas/parties/contract';
import type * as payments from '@atlas/payments/contract';
import type * as purchasing from '@atlas/purchasing/contract';
import type * as sales from '@atlas/sales/contract';
import { type Buyer, billOf, invoiceOf, newBuyer, operationNamed, receivedXml } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { importFiles } from './importing.ts';

const createTerms = operationNamed<typeof payments.createPaymentTerms>('payments.terms.create');
const updateTerms = operationNamed<typeof payments.updatePaymentTerms>('payments.terms.update');
const listParties = operationNamed<typeof parties.listParties>('parties.party.list');
const createParty = operationNamed<typeof parties.createParty>('parties.party.create');
const getParty = operationNamed<typeof parties.getParty>('parties.party.get');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');
const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const createBill = operationNamed<typeof purchasing.createBill>('purchasing.bill.create');
const receiveBill = operationNamed<typeof purchasing.receiveBill>('purchasing.bill.receive');

const refused = (code: string) => expect.objectContaining({ code });
const after = (days: number) => [{ kind: 'rest' as const, value: null, days }];

const newTerms = (shop: Buyer, code: string, days: number) =>
  shop.run(createTerms, { code, name: `${days} days`, lines: after(days) });

/** What an invoice says that is issued at once. */
const issued = async (shop: Buyer, invoice: object) =>
  shop.run(getInvoice, { id: (await shop.run(issueInvoice, invoice as never)).id });

/** Makes payment terms the usual ones of somebody. */
async function usual(shop: Buyer, id: string, paymentTermsId: string | null) {
  const { version } = await shop.run(getParty, { id });
  return shop.run(updateParty, { id, version, paymentTermsId });
}

describe('the usual terms of a customer', () => {
  it('are those of an invoice that names none and no due date', async () => {
    const shop = await newBuyer();
    const [sixty, ten] = [await newTerms(shop, 'T60', 60), await newTerms(shop, 'T10', 10)];
    expect(await usual(shop, shop.customerId, sixty.id)).toMatchObject({ paymentTermsId: sixty.id });
    const wanted = { ...invoiceOf(shop, '1'), date: '2026-03-10' };
    const taken = { paymentTermsId: sixty.id, dueDate: '2026-05-09' };
    expect(await shop.run(createInvoice, wanted)).toMatchObject(taken);
    expect(await issued(shop, wanted)).toMatchObject(taken);
    expect(await issued(shop, { ...wanted, paymentTermsId: ten.id })).toMatchObject({
      paymentTermsId: ten.id,
      dueDate: '2026-03-20',
    });
    expect(await issued(shop, { ...wanted, dueDate: '2026-03-15' })).toMatchObject({
      paymentTermsId: null,
      dueDate: '2026-03-15',
    });
  });

  it('are none of a credit note, and none when they were archived since or taken away', async () => {
    const shop = await newBuyer();
    const { version, ...terms } = await newTerms(shop, 'T60', 60);
    await usual(shop, shop.customerId, terms.id);
    const wanted = { ...invoiceOf(shop, '1'), date: '2026-03-10' };
    expect(await issued(shop, { ...wanted, kind: 'credit_note' })).toMatchObject({
      paymentTermsId: null,
      dueDate: '2026-03-10',
    });
    const byDays = { paymentTermsId: null, dueDate: '2026-04-09' };
    await shop.run(updateTerms, { ...terms, version, archived: true });
    expect(await issued(shop, wanted)).toMatchObject(byDays);
    await shop.run(updateTerms, { ...terms, version: version + 1, archived: false });
    await usual(shop, shop.customerId, null);
    expect(await issued(shop, wanted)).toMatchObject(byDays);
  });

  it('are terms that the workspace has, and offers', async () => {
    const [shop, other] = [await newBuyer(), await newBuyer()];
    const theirs = await newTerms(other, 'T60', 60);
    const { version, ...old } = await newTerms(shop, 'OLD', 5);
    await shop.run(updateTerms, { ...old, version, archived: true });
    for (const paymentTermsId of [theirs.id, old.id, shop.customerId]) {
      await expect(usual(shop, shop.customerId, paymentTermsId)).rejects.toThrow(refused('parties.unknown_payment_terms'));
      await expect(shop.run(createParty, { code: 'X', name: 'X', paymentTermsId })).rejects.toThrow(
        refused('parties.unknown_payment_terms'),
      );
    }
  });

  it('stay what they are when somebody edits the rest, also when they were archived since', async () => {
    const shop = await newBuyer();
    const { version, ...terms } = await newTerms(shop, 'T60', 60);
    await usual(shop, shop.customerId, terms.id);
    await shop.run(updateTerms, { ...terms, version, archived: true });
    const before = await shop.run(getParty, { id: shop.customerId });
    const edit = { id: shop.customerId, version: before.version, name: 'Renamed', paymentTermsId: terms.id };
    expect(await shop.run(updateParty, edit)).toMatchObject({ name: 'Renamed', paymentTermsId: terms.id });
  });
});

describe('the usual terms of a supplier', () => {
  it('are those of a bill that names none and no due date, entered or received', async () => {
    const shop = await newBuyer();
    const sixty = await newTerms(shop, 'T60', 60);
    await usual(shop, shop.supplierId, sixty.id);
    const taken = { paymentTermsId: sixty.id, dueDate: '2026-05-09' };
    expect(await shop.run(createBill, billOf(shop, '1'))).toMatchObject(taken);
    expect(await shop.run(createBill, billOf(shop, '1', { dueDate: '2026-03-15' }))).toMatchObject({
      paymentTermsId: null,
      dueDate: '2026-03-15',
    });
    const kind = { kind: 'credit_note', supplierNumber: null };
    expect(await shop.run(createBill, billOf(shop, '1', kind))).toMatchObject({ paymentTermsId: null, dueDate: '2026-03-10' });
    const { supplierId } = shop;
    const received = { xml: receivedXml('Anybody'), accountId: shop.account('6040'), supplierId };
    expect(await shop.run(receiveBill, received)).toMatchObject(taken);
  });
});

it('the usual terms of parties come with their files, by code, and terms that are not there are refused', async () => {
  const shop = await newBuyer();
  const sixty = await newTerms(shop, 'T60', 60);
  const old = await newTerms(shop, 'OLD', 5);
  await shop.run(updateTerms, { ...old, archived: true });
  const state = await importFiles(shop, {
    'customers.csv': 'Customer no,Name,Payment terms\nI1,Sixty,T60\nI2,None,\nI3,Unknown,T99\nI4,Archived,OLD\n',
    'suppliers.csv': 'Supplier no,Name,Terms\nS1,Sells on sixty,T60\n',
  });
  expect(state.counts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'parties.customers', created: 2, refused: 2 }),
      expect.objectContaining({ kind: 'parties.suppliers', created: 1, refused: 0 }),
    ]),
  );
  const termsOf = async (q: string) => {
    const [found] = (await shop.run(listParties, { q })).items;
    return (await shop.run(getParty, { id: found?.id })).paymentTermsId;
  };
  expect([await termsOf('I1'), await termsOf('I2'), await termsOf('S1')]).toEqual([sixty.id, null, sixty.id]);
  expect((await shop.run(listParties, { q: 'I4' })).items).toEqual([]);
});
