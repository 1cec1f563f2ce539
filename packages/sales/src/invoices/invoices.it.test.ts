import { setTimeout as wait } from 'node:timers/promises';
import type * as accounting from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { present } from '@atlas/kernel';
import type * as parties from '@atlas/parties/contract';
import { asAdministrator, invoiceOf, newShop, operationNamed, type Shop, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';
import { createInvoice } from './create-invoice.ts';
import { deleteInvoice } from './delete-invoice.ts';
import { getInvoice } from './get-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issueInvoices } from './issue-invoices.ts';
import { listInvoices } from './list-invoices.ts';
import { postInvoice } from './post-invoice.ts';
import { updateInvoice } from './update-invoice.ts';
import { voidInvoice } from './void-invoice.ts';

const createParty = operationNamed<typeof parties.createParty>('parties.party.create');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const listFiscalYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');

type Invoice = Output<typeof contract.getInvoice>;

const creditOf = (shop: Shop, invoice: { id: string }, quantity: string) => ({
  ...invoiceOf(shop, quantity, '2026-03-12'),
  kind: 'credit_note',
  creditedInvoiceId: invoice.id,
});

const refused = (code: string) => expect.objectContaining({ code });

/** The receivable account as the trial balance shows it. */
async function receivable(shop: Shop): Promise<string> {
  const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
  const row = rows.find(({ code }) => code === '1100');
  return row ? (Number(row.debit.amount) - Number(row.credit.amount)).toFixed(2) : '0.00';
}

/** How often PostgreSQL has broken a deadlock here. Connections tell what they counted when they are idle for a second. */
async function deadlocks(): Promise<number> {
  await wait(1200);
  const [row] = await asAdministrator<{ deadlocks: number }>(
    'select deadlocks::integer from pg_stat_database where datname = current_database()',
  );
  return present(row, 'every database has its statistics').deadlocks;
}

describe('a draft', () => {
  it('is priced line by line and due by the terms of its customer, without number or entry', async () => {
    const shop = await newShop();
    const draft = await shop.run(createInvoice, {
      customerId: shop.customerId,
      date: '2026-03-10',
      lines: [
        { productId: shop.productId, quantity: '3', unitPrice: '0.335', discount: '0.1' },
        { description: 'Advice', quantity: '1.5', unitPrice: '80' },
      ],
    });
    expect(draft).toMatchObject({ status: 'draft', number: null, entryId: null, dueDate: '2026-04-09', version: 1 });
    // 3 × 0.335 × 0.9 = 0.9045 → 0.90; 19 % of it 0.171 → 0.17. The second line names no product and no tax code.
    expect(draft.lines.map(({ net, tax }) => [net.amount, tax.amount])).toEqual([
      ['0.90', '0.17'],
      ['120.00', '0.00'],
    ]);
    expect([draft.net.amount, draft.tax.amount, draft.gross.amount]).toEqual(['120.90', '0.17', '121.07']);
    expect(await receivable(shop)).toBe('0.00');
  });

  it('is replaced by version and deleted; a posted one is neither', async () => {
    const shop = await newShop();
    const draft = await shop.run(createInvoice, invoiceOf(shop, '1'));
    const replaced = await shop.run(updateInvoice, { ...invoiceOf(shop, '2'), id: draft.id, version: 1 });
    expect(replaced).toMatchObject({ version: 2, net: { amount: '200.00' } });
    await expect(shop.run(updateInvoice, { ...invoiceOf(shop, '3'), id: draft.id, version: 1 })).rejects.toThrow(
      refused('version_conflict'),
    );
    await shop.run(postInvoice, { id: draft.id });
    await expect(shop.run(updateInvoice, { ...invoiceOf(shop, '3'), id: draft.id, version: 3 })).rejects.toThrow(
      refused('sales.invoice_posted'),
    );
    await expect(shop.run(deleteInvoice, { id: draft.id })).rejects.toThrow(refused('sales.invoice_posted'));
    const other = await shop.run(createInvoice, invoiceOf(shop, '1'));
    expect(await shop.run(deleteInvoice, { id: other.id })).toEqual({ id: other.id });
    await expect(shop.run(getInvoice, { id: other.id })).rejects.toThrow(refused('not_found'));
  });

  it.each([
    ['an unknown customer', { customerId: '019a0000-0000-7000-8000-000000000000' }, 'sales.unknown_customer', '/customerId'],
    ['a due date before its date', { dueDate: '2026-03-09' }, 'sales.due_before_date', '/dueDate'],
    [
      'credit of nothing',
      { creditedInvoiceId: '019a0000-0000-7000-8000-000000000000' },
      'sales.invalid_credit',
      '/creditedInvoiceId',
    ],
  ])('is refused with %s, and the field is named', async (_what, fields, code, pointer) => {
    const shop = await newShop();
    await expect(shop.run(createInvoice, { ...invoiceOf(shop, '1'), ...fields })).rejects.toMatchObject({
      code,
      details: { errors: [{ pointer }] },
    });
  });

  it('is refused with a reference that exists', async () => {
    const shop = await newShop();
    await shop.run(createInvoice, { ...invoiceOf(shop, '1'), reference: 'PO-7' });
    await expect(shop.run(createInvoice, { ...invoiceOf(shop, '2'), reference: 'PO-7' })).rejects.toThrow(refused('duplicate'));
  });
});

describe('posting', () => {
  it('gives the document its number, its entry and its open amount, in one transaction', async () => {
    const shop = await newShop();
    const draft = await shop.run(createInvoice, invoiceOf(shop, '2'));
    const posted = await shop.run(postInvoice, { id: draft.id });
    expect(posted).toMatchObject({ status: 'posted', number: 'INV-2026-00001', open: { amount: '238.00' } });
    const entry = await shop.run(getJournal, { id: posted.entryId });
    expect(entry).toMatchObject({ sourceKind: 'sales.invoice', sourceId: draft.id, total: { amount: '238.00' } });
    expect(entry.lines.map((line) => [line.accountCode, line.debit?.amount ?? null, line.credit?.amount ?? null])).toEqual([
      ['1100', '238.00', null],
      ['4010', null, '200.00'],
      ['2200', null, '38.00'],
    ]);
    expect(await receivable(shop)).toBe('238.00');
  });

  it('is found by whoever posts it while a colleague gives it to another customer', async () => {
    const shop = await newShop();
    const other = await shop.run(createParty, { code: 'C2', name: 'Customer Two' });
    for (let round = 0; round < 8; round++) {
      const draft = await shop.run(createInvoice, invoiceOf(shop, '1'));
      const given = { ...invoiceOf(shop, '2'), customerId: other.id, id: draft.id, version: draft.version };
      const [update, post] = await Promise.allSettled([shop.run(updateInvoice, given), shop.run(postInvoice, { id: draft.id })]);
      const posted = { status: 'posted', customerId: update.status === 'fulfilled' ? other.id : shop.customerId };
      expect(post).toMatchObject({ status: 'fulfilled', value: posted });
    }
  });

  it('happens once, however many press the button', async () => {
    const shop = await newShop();
    const draft = await shop.run(createInvoice, invoiceOf(shop, '1'));
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => shop.run(postInvoice, { id: draft.id })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toEqual(refused('sales.invoice_posted'));
    expect(await receivable(shop)).toBe('119.00');
  });

  it('of many at once numbers them without a gap, by fiscal year', async () => {
    const shop = await newShop();
    const dates = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? '2026-05-05' : '2027-01-05'));
    const issued = await Promise.all(dates.map((date) => shop.run(issueInvoice, invoiceOf(shop, '1', date))));
    const expected = (year: number) =>
      Array.from({ length: 20 }, (_, index) => `INV-${year}-${String(index + 1).padStart(5, '0')}`);
    expect(issued.map(({ number }) => number).sort()).toEqual([...expected(2026), ...expected(2027)]);
  });

  it('of drafts and of new invoices at once waits for each other in one order', async () => {
    const shop = await newShop();
    const drafts = await Promise.all(Array.from({ length: 20 }, () => shop.run(createInvoice, invoiceOf(shop, '1'))));
    const before = await deadlocks();
    await Promise.all(drafts.flatMap(({ id }) => [shop.run(postInvoice, { id }), shop.run(issueInvoice, invoiceOf(shop, '1'))]));
    expect(await deadlocks()).toBe(before);
  });

  it('of a batch is all or nothing', async () => {
    const shop = await newShop();
    const broken = { ...invoiceOf(shop, '1'), date: '1999-01-01', dueDate: '1999-02-01' };
    await expect(shop.run(issueInvoices, { invoices: [invoiceOf(shop, '1'), broken] })).rejects.toThrow(
      refused('accounting.no_period'),
    );
    expect((await shop.run(listInvoices, {})).items).toEqual([]);
    const { items } = await shop.run(issueInvoices, { invoices: [invoiceOf(shop, '1'), invoiceOf(shop, '2')] });
    expect(items.map(({ number }) => number)).toEqual(['INV-2026-00001', 'INV-2026-00002']);
  });

  it('is refused into a locked period and for a total of zero', async () => {
    const shop = await newShop();
    const { items } = await shop.run(listFiscalYears, {});
    const march = items.flatMap((year) => year.periods).find(({ startsOn }) => startsOn === '2026-03-01');
    const free = { ...invoiceOf(shop, '1', '2026-04-01'), lines: [{ productId: shop.productId, quantity: '1', unitPrice: '0' }] };
    await expect(shop.run(issueInvoice, free)).rejects.toThrow(refused('sales.nothing_to_post'));
    await shop.run(lockPeriod, { id: march?.id });
    await expect(shop.run(issueInvoice, invoiceOf(shop, '1'))).rejects.toThrow(refused('accounting.period_closed'));
    expect(await receivable(shop)).toBe('0.00');
  });
});

describe('a credit note', () => {
  it('takes back a part, and never more than is open, even two at once', async () => {
    const shop = await newShop();
    const invoice = await shop.run(issueInvoice, invoiceOf(shop, '3'));
    const tries = await Promise.allSettled(
      ['2', '2'].map((quantity) => shop.run(issueInvoice, creditOf(shop, invoice, quantity))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('sales.credit_exceeds_open') });
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ status: 'posted', open: { amount: '119.00' } });
    expect(await receivable(shop)).toBe('119.00');
  });

  it('over everything voids the invoice, once', async () => {
    const shop = await newShop();
    const invoice = await shop.run(issueInvoice, invoiceOf(shop, '3'));
    const note = await shop.run(voidInvoice, { id: invoice.id, date: '2026-03-20' });
    expect(note).toMatchObject({ kind: 'credit_note', creditedInvoiceId: invoice.id, open: { amount: '0.00' } });
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({
      status: 'voided',
      open: { amount: '0.00' },
      creditNotes: [{ id: note.id, number: note.number }],
    });
    await expect(shop.run(voidInvoice, { id: invoice.id })).rejects.toThrow(refused('sales.not_voidable'));
    await expect(shop.run(voidInvoice, { id: note.id })).rejects.toThrow(refused('sales.not_voidable'));
    expect(await receivable(shop)).toBe('0.00');
  });
});

describe('the sub-ledger', () => {
  it('equals its control account to the cent after whatever was done', async () => {
    const shop = await newShop();
    const quantities = ['1', '0.333', '7', '2.5', '12'];
    const posted: Invoice[] = [];
    for (const [index, quantity] of quantities.entries()) {
      const draft = await shop.run(createInvoice, {
        ...invoiceOf(shop, quantity),
        lines: [{ productId: shop.productId, quantity, unitPrice: '19.99', discount: `0.0${index}` }],
      });
      posted.push(await shop.run(postInvoice, { id: draft.id }));
    }
    await shop.run(voidInvoice, { id: posted[0]?.id, date: '2026-04-01' });
    await shop.run(issueInvoice, {
      ...creditOf(shop, { id: posted[2]?.id ?? '' }, '1'),
      lines: [{ productId: shop.productId, quantity: '0.7', unitPrice: '19.99' }],
    });
    await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), kind: 'credit_note' });
    const { items } = await shop.run(listInvoices, { limit: 200 });
    const open = items.reduce((sum, item) => sum + Math.round(Number(item.open.amount) * 100), 0);
    expect((open / 100).toFixed(2)).toBe(await receivable(shop));
    expect(await violations()).toEqual({});
  });
});

describe('the database', () => {
  it('refuses to change a posted document or its lines, whoever asks', async () => {
    const shop = await newShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const changes = [
      "update invoices set note = 'changed', net_minor = 1 where id = $1",
      'delete from invoices where id = $1',
      'update invoice_lines set quantity = 2 where invoice_id = $1',
      'delete from invoice_lines where invoice_id = $1',
    ];
    for (const text of changes) await expect(asAdministrator(text, [id]), text).rejects.toThrow('sales.invoice_posted');
  });
});
