import type * as taxes from '@atlas/tax/contract';
import {
  type Buyer,
  billLine,
  billOf,
  entryRows,
  newBuyer,
  newSupplier,
  operationNamed,
  owedToSuppliers,
  type Shop,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createBill } from './create-bill.ts';
import { getBill } from './get-bill.ts';
import { issueBill } from './issue-bill.ts';
import { postBill } from './post-bill.ts';
import { voidBill } from './void-bill.ts';

const createTax = operationNamed<typeof taxes.createTax>('tax.definition.create');
const updateTax = operationNamed<typeof taxes.updateTax>('tax.definition.update');

const refused = (code: string) => expect.objectContaining({ code });
const credit = (shop: Buyer, credited: { id: string }, quantity: string) =>
  billOf(shop, quantity, { kind: 'credit_note', date: '2026-03-12', creditedBillId: credited.id });
const percent = (shop: Shop, code: string, value: string, more: object = {}) =>
  shop.run(createTax, { code, name: code, kind: 'percent', rates: [{ validFrom: '2020-01-01', value }], ...more });

describe('taxes', () => {
  it('that are reversed are claimed and owed, and not paid to the supplier', async () => {
    const shop = await newBuyer();
    const { id } = await percent(shop, 'RC', '0.19', { operation: 'reverse_charge' });
    const draft = await shop.run(
      createBill,
      billOf(shop, '1', { lines: [billLine(shop, '1', '100', { taxIds: [id] })], total: '100' }),
    );
    const after = await shop.run(postBill, { id: draft.id });
    expect(await entryRows(shop, after.entryId)).toEqual([
      ['2100', null, '100.00'],
      ['6040', '100.00', null],
      ['1300', '19.00', null],
      ['2200', null, '19.00'],
    ]);
  });

  it('that are withheld are owed to the state in place of the supplier', async () => {
    const shop = await newBuyer();
    const { id } = await percent(shop, 'WH', '0.15', { operation: 'withholding', purchaseAccountId: shop.account('2400') });
    const lines = [billLine(shop, '1', '100', { taxIds: [shop.taxCodeId, id] })];
    const issued = await shop.run(issueBill, billOf(shop, '1', { lines, total: '119' }));
    expect(await entryRows(shop, issued.entryId)).toEqual([
      ['2100', null, '104.00'],
      ['6040', '100.00', null],
      ['1300', '19.00', null],
      ['2400', null, '15.00'],
    ]);
    expect(await shop.run(getBill, { id: issued.id })).toMatchObject({
      withheld: { amount: '15.00' },
      open: { amount: '104.00' },
    });
    await shop.run(voidBill, { id: issued.id, date: '2026-03-20' });
    expect(await owedToSuppliers(shop)).toBe('0.00');
  });

  it('that are in the price come out of it, and a net that is said stays as it is', async () => {
    const shop = await newBuyer();
    const { id } = await percent(shop, 'IN', '0.19', { included: true });
    const inPrice = billLine(shop, '1', '119', { taxIds: [id] });
    const said = billLine(shop, '3', '33.33', { net: '100.00', taxIds: [shop.taxCodeId] });
    const draft = await shop.run(createBill, billOf(shop, '1', { lines: [inPrice, said] }));
    expect(draft.lines.map(({ net, tax, isNetGiven }) => [net.amount, tax.amount, isNetGiven])).toEqual([
      ['100.00', '19.00', false],
      ['100.00', '19.00', true],
    ]);
    const both = [{ ...inPrice, net: '100.00' }];
    await expect(shop.run(createBill, billOf(shop, '1', { lines: both }))).rejects.toThrow(refused('purchasing.net_and_tax'));
  });
});

describe('a credit note', () => {
  it('takes back a part, and never more than is open, even two at once', async () => {
    const shop = await newBuyer();
    const issued = await shop.run(issueBill, billOf(shop, '3'));
    const tries = await Promise.allSettled(['2', '2'].map((quantity) => shop.run(issueBill, credit(shop, issued, quantity))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refused('purchasing.credit_exceeds_open'),
    });
    expect(await shop.run(getBill, { id: issued.id })).toMatchObject({ status: 'posted', open: { amount: '119.00' } });
    expect(await owedToSuppliers(shop)).toBe('119.00');
  });

  it('over everything voids the bill, once', async () => {
    const shop = await newBuyer();
    const issued = await shop.run(issueBill, billOf(shop, '3', { rounding: '0.02' }));
    const note = await shop.run(voidBill, { id: issued.id, date: '2026-03-20' });
    expect(note).toMatchObject({
      kind: 'credit_note',
      number: 'BCN-2026-00001',
      creditedBillId: issued.id,
      open: { amount: '0.00' },
    });
    expect(note).toMatchObject({ postingDate: '2026-03-20', taxes: [{ amount: { amount: '57.00' } }] });
    expect(await shop.run(getBill, { id: issued.id })).toMatchObject({
      status: 'voided',
      open: { amount: '0.00' },
      creditNotes: [{ id: note.id, number: note.number }],
    });
    await expect(shop.run(voidBill, { id: issued.id })).rejects.toThrow(refused('purchasing.not_voidable'));
    await expect(shop.run(voidBill, { id: note.id })).rejects.toThrow(refused('purchasing.not_voidable'));
    expect(await owedToSuppliers(shop)).toBe('0.00');
  });

  it('takes back what was posted, to the cent, whatever a tax has become since', async () => {
    const shop = await newBuyer();
    const tax = await percent(shop, 'VAT', '0.19');
    const lines = [billLine(shop, '1', '100', { taxIds: [tax.id] })];
    const [first, second] = [
      await shop.run(issueBill, billOf(shop, '1', { lines })),
      await shop.run(issueBill, billOf(shop, '1', { lines })),
    ];
    const rates = [
      { validFrom: '2020-01-01', value: '0.19' },
      { validFrom: '2026-03-12', value: '0.07' },
    ];
    const lowered = await shop.run(updateTax, { id: tax.id, version: 1, rates });
    const later = { kind: 'credit_note', date: '2026-03-12', creditedBillId: second.id, lines };
    expect((await shop.run(issueBill, billOf(shop, '1', later))).tax.amount).toBe('19.00');
    await shop.run(updateTax, { id: tax.id, version: lowered.version, rates: [{ validFrom: '2020-01-01', value: '0.05' }] });
    const note = await shop.run(voidBill, { id: first.id, date: '2026-03-20' });
    expect([note.gross.amount, note.taxes[0]?.amount.amount]).toEqual(['119.00', '19.00']);
    expect(await owedToSuppliers(shop)).toBe('0.00');
  });

  it('is not of another supplier', async () => {
    const shop = await newBuyer();
    const issued = await shop.run(issueBill, billOf(shop, '1'));
    const other = await newSupplier(shop);
    await expect(shop.run(issueBill, { ...credit(shop, issued, '1'), supplierId: other })).rejects.toThrow(
      refused('purchasing.invalid_credit'),
    );
  });
});
