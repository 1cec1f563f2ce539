import type * as accounting from '@atlas/accounting/contract';
import type * as tax from '@atlas/tax/contract';
import { newShop, operationNamed, type Shop, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createInvoice } from './create-invoice.ts';
import { getInvoice } from './get-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { postInvoice } from './post-invoice.ts';
import { updateInvoice } from './update-invoice.ts';
import { voidInvoice } from './void-invoice.ts';

const createTax = operationNamed<typeof tax.createTax>('tax.definition.create');
const calculateTaxes = operationNamed<typeof tax.calculateTaxes>('tax.document.calculate');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');

const refused = (code: string) => expect.objectContaining({ code });

/** What an entry posts by account, debit positive. */
async function posted(shop: Shop, entryId: string | null): Promise<Record<string, string>> {
  const { lines } = await shop.run(getJournal, { id: entryId ?? '' });
  return Object.fromEntries(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`]));
}

/** Two lines of 100.00: one with 19 %, one without a tax. */
const invoice = (shop: Shop, charges: readonly object[]) => ({
  customerId: shop.customerId,
  date: '2026-03-10',
  lines: [
    { description: 'Thing', quantity: '2', unitPrice: '50', taxIds: [shop.taxCodeId] },
    { description: 'Book', quantity: '1', unitPrice: '100', taxIds: [] },
  ],
  charges: charges as never,
});
const loyalty = { kind: 'discount', description: 'Loyalty', share: '0.1' };
const freight = (shop: Shop) => ({
  ...{ kind: 'charge', description: 'Freight', amount: '12.50', reasonCode: 'FC' },
  ...{ taxIds: [shop.taxCodeId], accountId: shop.account('4020') },
});

describe('charges and discounts of a document', () => {
  it('are taxed as the lines are or as they say, and posted to their accounts', async () => {
    const shop = await newShop();
    const { id } = await shop.run(issueInvoice, invoice(shop, [loyalty, freight(shop)]));
    const read = await shop.run(getInvoice, { id });
    expect(read).toMatchObject({ net: { amount: '192.50' }, tax: { amount: '19.48' }, gross: { amount: '211.98' } });
    expect(read.lines).toHaveLength(2);
    expect(read.charges).toMatchObject([
      {
        ...{ position: 1, kind: 'discount', share: '0.1', of: 'lines', taxIds: null, amount: null },
        ...{ net: { amount: '-20.00' }, tax: { amount: '-1.90' } },
        parts: [
          { taxIds: [shop.taxCodeId], net: { amount: '-10.00' }, taxRate: '0.19' },
          { taxIds: [], net: { amount: '-10.00' } },
        ],
      },
      { position: 2, kind: 'charge', reasonCode: 'FC', net: { amount: '12.50' }, tax: { amount: '2.38' } },
    ]);
    expect(read.taxes).toMatchObject([{ base: { amount: '102.50' }, amount: { amount: '19.48' } }]);
    expect(await posted(shop, read.entryId)).toEqual({
      ...{ 1100: '211.98', 4010: '-200.00', 6910: '20.00', 4020: '-12.50', 2200: '-19.48' },
    });
    expect(await violations()).toEqual({});
  });

  it('stand in a draft as they were written, are replaced with it, and come to the same when it is posted', async () => {
    const shop = await newShop();
    const draft = await shop.run(createInvoice, invoice(shop, [loyalty]));
    const changed = await shop.run(updateInvoice, {
      ...invoice(shop, [freight(shop), { ...loyalty, of: 'total' }]),
      id: draft.id,
      version: draft.version,
    });
    expect(changed.charges.map(({ kind, of, net }) => [kind, of, net.amount])).toEqual([
      ['charge', 'lines', '12.50'],
      ['discount', 'total', '-23.39'],
    ]);
    const after = await shop.run(postInvoice, { id: draft.id });
    expect(after).toMatchObject({ status: 'posted', gross: changed.gross, charges: changed.charges });
    const sum = Object.values(await posted(shop, after.entryId)).reduce((all, amount) => all + Number(amount) * 100, 0);
    expect(sum.toFixed(0)).toBe('0');
  });

  it('are taken back with the invoice, to the cent', async () => {
    const shop = await newShop();
    const { id } = await shop.run(issueInvoice, invoice(shop, [freight(shop), { ...loyalty, share: '0.033', of: 'total' }]));
    const note = await shop.run(voidInvoice, { id });
    const voided = await shop.run(getInvoice, { id });
    expect(voided).toMatchObject({ status: 'voided', open: { amount: '0.00' } });
    expect([note.gross, note.charges]).toEqual([voided.gross, voided.charges]);
    expect(await violations()).toEqual({});
  });

  it('of the whole document change what is paid by what they say, in any currency', async () => {
    const shop = await newShop();
    await shop.run(saveExchangeRate, { currency: 'JPY', validOn: '2026-01-01', rate: '163.27' });
    const off = (amount: string) => ({ kind: 'discount', description: 'Agreed', amount, of: 'document' });
    const euros = await shop.run(issueInvoice, invoice(shop, [off('19.01'), freight(shop)]));
    expect(euros.gross.amount).toBe('214.87');
    const yen = await shop.run(issueInvoice, { ...invoice(shop, [off('33')]), currency: 'JPY' });
    expect(yen.gross).toEqual({ amount: '186', currency: 'JPY' });
    await expect(shop.run(issueInvoice, { ...invoice(shop, [off('33.5')]), currency: 'JPY' })).rejects.toThrow(
      refused('too_many_decimals'),
    );
    expect(await violations()).toEqual({});
  });

  it('say the same when they are worked out before anything is written', async () => {
    const shop = await newShop();
    const { lines } = invoice(shop, []);
    const { description: _none, reasonCode: _code, accountId: _account, ...written } = { ...freight(shop) };
    const shown = await shop.run(calculateTaxes, {
      ...{ date: '2026-03-10', currency: 'EUR' },
      lines: lines.map(({ description: _description, ...line }) => line),
      charges: [written as never, { kind: 'discount', share: '0.1', of: 'total' }],
    });
    const issued = await shop.run(issueInvoice, invoice(shop, [freight(shop), { ...loyalty, of: 'total' }]));
    expect(shown).toMatchObject({ net: issued.net, tax: issued.tax, gross: issued.gross });
    expect(shown.charges.map(({ net }) => net.amount)).toEqual(['12.50', '-23.39']);
    expect(shown.lines).toHaveLength(2);
  });

  it('are refused when they do not fit one another, or are more than the document', async () => {
    const shop = await newShop();
    const attempt = (...charges: object[]) => shop.run(issueInvoice, invoice(shop, charges));
    const at = (pointer: string) => ({ code: 'tax.invalid_charge', details: { errors: [expect.objectContaining({ pointer })] } });
    await expect(attempt({ ...loyalty, amount: '1' })).rejects.toMatchObject(at('/charges/0/amount'));
    await expect(attempt({ ...loyalty, of: 'charge' })).rejects.toMatchObject(at('/charges/0/of'));
    await expect(attempt(loyalty, { ...loyalty, of: 'charge', through: 2 })).rejects.toMatchObject(at('/charges/1/through'));
    await expect(attempt({ ...loyalty, of: 'document', taxIds: [] })).rejects.toMatchObject(at('/charges/0/taxIds'));
    const whole = { ...loyalty, of: 'document' };
    await expect(attempt(whole, whole)).rejects.toMatchObject(at('/charges/1/of'));
    await expect(attempt({ ...loyalty, share: '1.01' })).rejects.toThrow(refused('sales.discount_too_large'));
    // All of it may be given away: then the sale and the discount stand against each other.
    expect(await attempt({ ...loyalty, share: '1' })).toMatchObject({ gross: { amount: '0.00' } });
    expect(await violations()).toEqual({});
  });

  it('may owe a surtax: a share of what other taxes come to', async () => {
    const shop = await newShop();
    const rates = [{ validFrom: '2020-01-01', value: '0.055' }];
    const terms = { code: 'SUR', name: 'Surtax', kind: 'surtax', rates, sequence: 2 } as const;
    await expect(shop.run(createTax, terms)).rejects.toThrow(refused('tax.invalid_terms'));
    const { id } = await shop.run(createTax, { ...terms, memberIds: [shop.taxCodeId] });
    const both = [shop.taxCodeId, id];
    const lines = [{ description: 'Thing', quantity: '1', unitPrice: '1000', taxIds: both }];
    const charges = [{ ...freight(shop), amount: '100', taxIds: both }] as never;
    const issued = await shop.run(issueInvoice, { customerId: shop.customerId, date: '2026-03-10', lines, charges });
    expect(issued).toMatchObject({ net: { amount: '1100.00' }, tax: { amount: '220.50' } });
  });
});
