import type * as accounting from '@atlas/accounting/contract';
import type * as catalog from '@atlas/catalog/contract';
import type * as tax from '@atlas/tax/contract';
import { asAdministrator, newShop, operationNamed, type Shop, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createInvoice } from './create-invoice.ts';
import { deleteInvoice } from './delete-invoice.ts';
import { getInvoice } from './get-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { postInvoice } from './post-invoice.ts';
import { updateInvoice } from './update-invoice.ts';
import { voidInvoice } from './void-invoice.ts';

const createTax = operationNamed<typeof tax.createTax>('tax.definition.create');
const updateTax = operationNamed<typeof tax.updateTax>('tax.definition.update');
const saveTaxSettings = operationNamed<typeof tax.saveTaxSettings>('tax.settings.save');
const listTaxes = operationNamed<typeof tax.listTaxes>('tax.definition.list');
const listTaxCodes = operationNamed<typeof catalog.listTaxCodes>('catalog.tax_code.list');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');

const since2021 = (value: string) => [{ validFrom: '2021-01-01', value }];
const taxOf = async (shop: Shop, code: string, terms: object): Promise<string> =>
  (await shop.run(createTax, { code, name: code, kind: 'percent', rates: since2021('0.1'), ...terms } as never)).id;

const invoiceOver = (shop: Shop, unitPrice: string, taxIds: readonly string[], quantity = '1') => ({
  customerId: shop.customerId,
  date: '2026-03-10',
  lines: [{ description: 'Thing', quantity, unitPrice, taxIds: [...taxIds] }],
});

/** What an entry posts by account, debit positive. */
async function posted(shop: Shop, entryId: string | null): Promise<Record<string, string>> {
  const { lines } = await shop.run(getJournal, { id: entryId ?? '' });
  return Object.fromEntries(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`]));
}

type Case = [what: string, terms: object, price: string, entry: Record<string, string>, payable: string];
const cases: Case[] = [
  ['percent', {}, '100', { 1100: '110.00', 4010: '-100.00', 2200: '-10.00' }, '110.00'],
  ['included in the price', { included: true }, '110', { 1100: '110.00', 4010: '-100.00', 2200: '-10.00' }, '110.00'],
  ['fixed', { kind: 'fixed', rates: since2021('2.5') }, '100', { 1100: '102.50', 4010: '-100.00', 2200: '-2.50' }, '102.50'],
  ['division', { kind: 'division' }, '90', { 1100: '100.00', 4010: '-90.00', 2200: '-10.00' }, '100.00'],
  [
    'withheld',
    { operation: 'withholding', salesAccountId: '1300' },
    '100',
    { 1100: '90.00', 4010: '-100.00', 1300: '10.00' },
    '90.00',
  ],
  ['reverse charged', { operation: 'reverse_charge' }, '100', { 1100: '100.00', 4010: '-100.00' }, '100.00'],
  [
    'exempt',
    { operation: 'exempt', rates: since2021('0'), exemptionCode: 'VATEX-EU-132', exemptionReason: 'Article 132' },
    '100',
    { 1100: '100.00', 4010: '-100.00' },
    '100.00',
  ],
];

const withAccounts = (shop: Shop, terms: object): object => {
  const { salesAccountId, ...rest } = terms as { salesAccountId?: string };
  return salesAccountId ? { ...rest, salesAccountId: shop.account(salesAccountId) } : rest;
};

describe('an invoice with a tax', () => {
  it.each(cases)(
    'that is %s posts it where it belongs, and a credit note the other way round',
    async (_what, terms, price, entry, payable) => {
      const shop = await newShop();
      const id = await taxOf(shop, 'T', withAccounts(shop, terms));
      const draft = await shop.run(createInvoice, invoiceOver(shop, price, [id]));
      const invoice = await shop.run(postInvoice, { id: draft.id });
      expect(invoice).toMatchObject({ payable: { amount: payable }, open: { amount: payable }, taxes: [{ code: 'T' }] });
      expect(await posted(shop, invoice.entryId)).toEqual(entry);
      const note = await shop.run(voidInvoice, { id: invoice.id });
      expect(await posted(shop, note.entryId)).toEqual(
        Object.fromEntries(
          Object.entries(entry).map(([account, amount]) => [account, amount.startsWith('-') ? amount.slice(1) : `-${amount}`]),
        ),
      );
      expect(note.taxes).toEqual(invoice.taxes);
      expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ status: 'voided', open: { amount: '0.00' } });
      expect(await violations()).toEqual({});
    },
  );

  it('names several: compound, in a group and to accounts of their own', async () => {
    const shop = await newShop();
    const eco = await taxOf(shop, 'ECO', {
      kind: 'fixed',
      rates: since2021('5'),
      affectsBase: true,
      salesAccountId: shop.account('1300'),
    });
    const vat = await taxOf(shop, 'VAT', { sequence: 2, rates: since2021('0.2') });
    const both = await taxOf(shop, 'BOTH', { kind: 'group', rates: [], memberIds: [vat, eco] });
    const invoice = await shop.run(issueInvoice, invoiceOver(shop, '95', [both], '2'));
    expect(await posted(shop, invoice.entryId)).toEqual({ 1100: '240.00', 4010: '-190.00', 1300: '-10.00', 2200: '-40.00' });
    const { taxes, lines } = await shop.run(getInvoice, { id: invoice.id });
    expect(taxes.map(({ code, base, amount }) => [code, base.amount, amount.amount])).toEqual([
      ['ECO', '190.00', '10.00'],
      ['VAT', '200.00', '40.00'],
    ]);
    expect(lines[0]).toMatchObject({ taxIds: [both], taxRate: '0', tax: { amount: '50.00' } });
  });

  it('is rounded by line or by document, as the workspace says', async () => {
    const shop = await newShop();
    const id = await taxOf(shop, 'T', { rates: since2021('0.19') });
    const cents = { ...invoiceOver(shop, '0.03', [id]), lines: Array(3).fill(invoiceOver(shop, '0.03', [id]).lines[0]) };
    expect((await shop.run(issueInvoice, cents)).tax.amount).toBe('0.03');
    await shop.run(saveTaxSettings, { rounding: 'document', tie: 'half-away-from-zero' });
    expect((await shop.run(issueInvoice, cents)).tax.amount).toBe('0.02');
  });

  it('is taxed as its day is, and taken back as it was, whatever the tax is now', async () => {
    const shop = await newShop();
    const rates = [...since2021('0.1'), { validFrom: '2026-04-01', value: '0.2' }];
    const id = await taxOf(shop, 'T', { rates });
    const before = await shop.run(issueInvoice, invoiceOver(shop, '100', [id]));
    const after = await shop.run(issueInvoice, { ...invoiceOver(shop, '100', [id]), date: '2026-04-01' });
    expect([before.tax.amount, after.tax.amount]).toEqual(['10.00', '20.00']);
    const credit = { ...invoiceOver(shop, '50', [id]), date: '2026-04-02', kind: 'credit_note', creditedInvoiceId: before.id };
    expect((await shop.run(issueInvoice, credit)).tax.amount).toBe('5.00');
    await shop.run(updateTax, { id, version: 1, rates: since2021('0.3') });
    expect((await shop.run(voidInvoice, { id: after.id })).tax.amount).toBe('20.00');
  });
});

describe('the taxes of a draft', () => {
  it('are replaced and deleted with it, and stay out of the books until it is posted', async () => {
    const shop = await newShop();
    const [first, second] = [await taxOf(shop, 'A', {}), await taxOf(shop, 'B', { rates: since2021('0.2') })];
    const kept = () => asAdministrator('select tax_id, entry_id from document_taxes where tenant_id = $1', [shop.tenantId]);
    const draft = await shop.run(createInvoice, invoiceOver(shop, '100', [first]));
    const replaced = await shop.run(updateInvoice, { ...invoiceOver(shop, '100', [second]), id: draft.id, version: 1 });
    expect(replaced.taxes).toMatchObject([{ code: 'B', amount: { amount: '20.00' } }]);
    expect(await kept()).toEqual([{ tax_id: second, entry_id: null }]);
    await shop.run(deleteInvoice, { id: draft.id });
    expect(await kept()).toEqual([]);
  });

  it('are refused where nobody knows them, or knows where they go', async () => {
    const shop = await newShop();
    const kept = await taxOf(shop, 'W', { operation: 'withholding' });
    const unknown = invoiceOver(shop, '1', [shop.customerId]);
    await expect(shop.run(createInvoice, unknown)).rejects.toMatchObject({
      code: 'tax.unknown_tax',
      details: { errors: [{ pointer: '/lines/0/taxIds/0' }] },
    });
    await expect(shop.run(createInvoice, invoiceOver(shop, '1', [kept]))).rejects.toMatchObject({ code: 'tax.no_account' });
    const asCode = { ...unknown, lines: [{ ...unknown.lines[0], taxIds: undefined, taxCodeId: kept }] };
    await expect(shop.run(createInvoice, asCode)).rejects.toMatchObject({ code: 'sales.unknown_tax_code' });
  });
});

describe('a tax code', () => {
  it('says what its tax is today, once that was changed', async () => {
    const shop = await newShop();
    const rates = [...since2021('0.19'), { validFrom: '2022-01-01', value: '0.16' }];
    await shop.run(updateTax, { id: shop.taxCodeId, version: 1, rates });
    expect((await shop.run(listTaxCodes, {})).items).toMatchObject([{ code: 'S19', rate: '0.16' }]);
  });

  it('is the name of a tax that has its id: lines that name either come to the same', async () => {
    const shop = await newShop();
    const { items } = await shop.run(listTaxCodes, {});
    expect((await shop.run(listTaxes, {})).items).toMatchObject([{ id: items[0]?.id, code: 'S19', rates: [{ value: '0.19' }] }]);
    const line = { productId: shop.productId, quantity: '1', unitPrice: '9.99' };
    const drafts = await Promise.all(
      [line, { ...line, taxCodeId: shop.taxCodeId }, { ...line, taxIds: [shop.taxCodeId] }, { ...line, taxIds: [] }].map((each) =>
        shop.run(createInvoice, { customerId: shop.customerId, date: '2026-03-10', lines: [each] }),
      ),
    );
    expect(drafts.map(({ tax }) => tax.amount)).toEqual(['1.90', '1.90', '1.90', '0.00']);
    expect(drafts.map(({ lines }) => lines[0]?.taxRate)).toEqual(['0.19', '0.19', '0.19', '0']);
  });
});

describe('the database', () => {
  it('keeps the taxes of what is posted, and refuses those that do not add up', async () => {
    const shop = await newShop();
    const id = await taxOf(shop, 'T', {});
    const invoice = await shop.run(issueInvoice, invoiceOver(shop, '100', [id]));
    const changes = [
      'update document_taxes set amount_minor = 1 where source_id = $1',
      'delete from document_taxes where source_id = $1',
    ];
    for (const text of changes) await expect(asAdministrator(text, [invoice.id]), text).rejects.toThrow('tax.posted');
    const another = await taxOf(shop, 'U', {});
    const more = `insert into document_taxes select tenant_id, source_kind, source_id, $2::uuid, direction, date, currency, value, base_minor, 1,
      books_base_minor, 1, account_id, contra_account_id, entry_id from document_taxes where source_id = $1::uuid`;
    await expect(asAdministrator(more, [invoice.id, another])).rejects.toThrow('sales.totals_differ');
  });
});
