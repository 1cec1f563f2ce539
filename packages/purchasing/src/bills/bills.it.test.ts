import type * as accounting from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import {
  asAdministrator,
  billLine,
  billOf,
  entryRows,
  newBuyer,
  newSupplier,
  operationNamed,
  owedToSuppliers,
  violations,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';
import { createBill } from './create-bill.ts';
import { deleteBill } from './delete-bill.ts';
import { getBill } from './get-bill.ts';
import { issueBill } from './issue-bill.ts';
import { listBills } from './list-bills.ts';
import { postBill } from './post-bill.ts';
import { updateBill } from './update-bill.ts';
import { voidBill } from './void-bill.ts';

const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const listFiscalYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');

type Bill = Output<typeof contract.getBill>;
const refused = (code: string) => expect.objectContaining({ code });

describe('a draft', () => {
  it('is priced and due by the terms of its supplier, without number or entry', async () => {
    const shop = await newBuyer();
    const lines = [billLine(shop, '3', '0.335', { discount: '0.1', taxIds: [shop.taxCodeId] }), billLine(shop, '-1', '0.25')];
    const draft = await shop.run(createBill, billOf(shop, '1', { lines, total: '0.83', rounding: '0.01' }));
    expect(draft).toMatchObject({
      status: 'draft',
      number: null,
      entryId: null,
      dueDate: '2026-04-09',
      postingDate: '2026-03-10',
    });
    // 3 × 0.335 × 0.9 = 0.9045 → 0.90; 19 % of it 0.171 → 0.17. What a document takes off has a minus.
    expect(draft.lines.map(({ net, tax }) => [net.amount, tax.amount])).toEqual([
      ['0.90', '0.17'],
      ['-0.25', '0.00'],
    ]);
    expect([draft.net.amount, draft.tax.amount, draft.gross.amount]).toEqual(['0.65', '0.17', '0.83']);
    expect(draft.taxes).toMatchObject([{ taxId: shop.taxCodeId, base: { amount: '0.90' }, amount: { amount: '0.17' } }]);
    expect(await owedToSuppliers(shop)).toBe('0.00');
  });

  it('is replaced by version and deleted; a posted one is neither', async () => {
    const shop = await newBuyer();
    const draft = await shop.run(createBill, billOf(shop, '1'));
    const replaced = await shop.run(updateBill, { ...billOf(shop, '2'), id: draft.id, version: 1 });
    expect(replaced).toMatchObject({ version: 2, net: { amount: '200.00' }, taxes: [{ amount: { amount: '38.00' } }] });
    const again = { ...billOf(shop, '3'), id: draft.id, version: 1 };
    await expect(shop.run(updateBill, again)).rejects.toThrow(refused('version_conflict'));
    await shop.run(postBill, { id: draft.id });
    await expect(shop.run(updateBill, { ...again, version: 3 })).rejects.toThrow(refused('purchasing.bill_posted'));
    await expect(shop.run(deleteBill, { id: draft.id })).rejects.toThrow(refused('purchasing.bill_posted'));
    const other = await shop.run(createBill, billOf(shop, '1'));
    expect(await shop.run(deleteBill, { id: other.id })).toEqual({ id: other.id });
    await expect(shop.run(getBill, { id: other.id })).rejects.toThrow(refused('not_found'));
  });

  it.each([
    ['an unknown supplier', { supplierId: '019a0000-0000-7000-8000-000000000000' }, 'purchasing.unknown_supplier', '/supplierId'],
    ['no number of the supplier', { supplierNumber: null }, 'validation_failed', '/supplierNumber'],
    ['a due date before its date', { dueDate: '2026-03-09' }, 'purchasing.due_before_date', '/dueDate'],
    ['rounding that is none', { rounding: '1.00' }, 'purchasing.rounding_too_large', '/rounding'],
    [
      'credit of nothing',
      { creditedBillId: '019a0000-0000-7000-8000-000000000000' },
      'purchasing.invalid_credit',
      '/creditedBillId',
    ],
  ])('is refused with %s, and the field is named', async (_what, fields, code, pointer) => {
    const shop = await newBuyer();
    await expect(shop.run(createBill, billOf(shop, '1', fields))).rejects.toMatchObject({
      code,
      details: { errors: [{ pointer }] },
    });
  });

  it('is not of a customer, and names accounts that take postings', async () => {
    const shop = await newBuyer();
    await expect(shop.run(createBill, billOf(shop, '1', { supplierId: shop.customerId }))).rejects.toThrow(
      refused('purchasing.unknown_supplier'),
    );
    const heading = [billLine(shop, '1', '1', { accountId: shop.account('6000') })];
    await expect(shop.run(createBill, billOf(shop, '1', { lines: heading }))).rejects.toThrow(
      refused('accounting.account_takes_no_postings'),
    );
  });
});

describe('the number of a supplier', () => {
  it('is entered once, whatever its case, and again after the bill was voided', async () => {
    const shop = await newBuyer();
    const first = await shop.run(issueBill, billOf(shop, '1', { supplierNumber: 'Re-7' }));
    const again = billOf(shop, '2', { supplierNumber: 'RE-7' });
    await expect(shop.run(createBill, again)).rejects.toThrow(refused('duplicate'));
    const { items } = await shop.run(listBills, { supplierId: shop.supplierId, supplierNumber: 're-7' });
    expect(items.map(({ id }) => id)).toEqual([first.id]);
    await shop.run(issueBill, { ...again, supplierId: await newSupplier(shop) });
    await shop.run(voidBill, { id: first.id, date: '2026-03-20' });
    expect((await shop.run(issueBill, again)).supplierNumber).toBe('RE-7');
  });

  it('is taken by one of many who enter it at once', async () => {
    const shop = await newBuyer();
    const wanted = billOf(shop, '1', { supplierNumber: 'R-1' });
    const tries = await Promise.allSettled([
      ...[1, 2, 3].map(() => shop.run(issueBill, wanted)),
      ...[1, 2, 3].map(() => shop.run(createBill, wanted)),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toEqual(refused('duplicate'));
  });
});

describe('posting', () => {
  it('gives the document its number, its entry and its open amount, in one transaction', async () => {
    const shop = await newBuyer();
    const draft = await shop.run(createBill, billOf(shop, '2', { postingDate: '2026-04-01', total: '238' }));
    const after = await shop.run(postBill, { id: draft.id });
    expect(after).toMatchObject({ status: 'posted', number: 'BILL-2026-00001', open: { amount: '238.00' } });
    expect(await shop.run(getJournal, { id: after.entryId })).toMatchObject({
      date: '2026-04-01',
      sourceKind: 'purchasing.bill',
      sourceId: draft.id,
    });
    expect(await entryRows(shop, after.entryId)).toEqual([
      ['2100', null, '238.00'],
      ['6040', '200.00', null],
      ['1300', '38.00', null],
    ]);
    expect(await owedToSuppliers(shop)).toBe('238.00');
  });

  it('happens once, however many press the button', async () => {
    const shop = await newBuyer();
    const draft = await shop.run(createBill, billOf(shop, '1'));
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => shop.run(postBill, { id: draft.id })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toEqual(refused('purchasing.bill_posted'));
    expect(await owedToSuppliers(shop)).toBe('119.00');
  });

  it('of many at once numbers them without a gap', async () => {
    const shop = await newBuyer();
    const issued = await Promise.all(Array.from({ length: 30 }, () => shop.run(issueBill, billOf(shop, '1'))));
    const expected = issued.map((_bill, index) => `BILL-2026-${String(index + 1).padStart(5, '0')}`);
    expect(issued.map(({ number }) => number).sort()).toEqual(expected);
  });

  it('agrees with the supplier’s total to the cent, with what was rounded on its own account', async () => {
    const shop = await newBuyer();
    await expect(shop.run(issueBill, billOf(shop, '1', { total: '119.01' }))).rejects.toMatchObject({
      code: 'purchasing.total_differs',
      details: { differenceMinor: '1', errors: [{ pointer: '/total' }] },
    });
    const draft = await shop.run(createBill, billOf(shop, '1', { total: '118.99' }));
    await expect(shop.run(postBill, { id: draft.id })).rejects.toThrow(refused('purchasing.total_differs'));
    const rounded = { ...billOf(shop, '1', { total: '118.99', rounding: '-0.01' }), id: draft.id, version: 1 };
    await shop.run(updateBill, rounded);
    expect(await entryRows(shop, (await shop.run(postBill, { id: draft.id })).entryId)).toEqual([
      ['2100', null, '118.99'],
      ['6040', '100.00', null],
      ['1300', '19.00', null],
      ['6950', null, '0.01'],
    ]);
  });

  it('is refused into a locked period and for a total of zero or less', async () => {
    const shop = await newBuyer();
    const { items } = await shop.run(listFiscalYears, {});
    const march = items.flatMap((year) => year.periods).find(({ startsOn }) => startsOn === '2026-03-01');
    for (const lines of [[billLine(shop, '1', '0')], [billLine(shop, '-1', '5')]])
      await expect(shop.run(issueBill, billOf(shop, '1', { lines }))).rejects.toThrow(refused('purchasing.nothing_to_post'));
    await shop.run(lockPeriod, { id: march?.id });
    await expect(shop.run(issueBill, billOf(shop, '1'))).rejects.toThrow(refused('accounting.period_closed'));
    expect((await shop.run(issueBill, billOf(shop, '1', { postingDate: '2026-04-02' }))).postingDate).toBe('2026-04-02');
  });
});

describe('the sub-ledger', () => {
  it('equals its control account to the cent after whatever was done', async () => {
    const shop = await newBuyer();
    const issued: Bill[] = [];
    for (const [index, quantity] of ['1', '0.333', '7', '2.5', '12'].entries()) {
      const lines = [billLine(shop, quantity, '19.99', { discount: `0.0${index}`, taxIds: [shop.taxCodeId] })];
      const draft = await shop.run(createBill, billOf(shop, quantity, { lines }));
      issued.push(await shop.run(postBill, { id: draft.id }));
    }
    await shop.run(voidBill, { id: issued[0]?.id, date: '2026-04-01' });
    const part = [billLine(shop, '0.7', '19.99')];
    await shop.run(issueBill, { ...billOf(shop, '1'), kind: 'credit_note', creditedBillId: issued[2]?.id, lines: part });
    const draft = await shop.run(createBill, {
      ...billOf(shop, '1'),
      kind: 'credit_note',
      creditedBillId: issued[3]?.id,
      lines: part,
    });
    await shop.run(postBill, { id: draft.id });
    await shop.run(issueBill, billOf(shop, '1', { kind: 'credit_note', supplierNumber: null }));
    const { items } = await shop.run(listBills, { limit: 200 });
    const open = items.reduce((sum, item) => sum + Math.round(Number(item.open.amount) * 100), 0);
    expect((open / 100).toFixed(2)).toBe(await owedToSuppliers(shop));
    expect(await violations()).toEqual({});
  });
});

describe('the database', () => {
  it('refuses to change a posted document, its lines or its taxes, whoever asks', async () => {
    const shop = await newBuyer();
    const { id } = await shop.run(issueBill, billOf(shop, '1'));
    const changes = [
      'update bills set net_minor = 1 where id = $1',
      'delete from bills where id = $1',
      'update bill_lines set quantity = 2 where bill_id = $1',
      'delete from bill_lines where bill_id = $1',
    ];
    for (const text of changes) await expect(asAdministrator(text, [id]), text).rejects.toThrow('purchasing.bill_posted');
    const untaxed = 'update document_taxes set amount_minor = 1 where source_id = $1';
    await expect(asAdministrator(untaxed, [id])).rejects.toThrow('tax.posted');
  });
});
