import { invoiceOf, newShop, operationNamed, type Shop } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { saveSeller } from '../sellers/save-seller.ts';
import { checkEInvoice } from './check-e-invoice.ts';
import { exportEInvoice } from './export-e-invoice.ts';

type Issued = { readonly id: string; readonly number: string };

const issue = (shop: Shop, input: Record<string, unknown>) =>
  shop.run(operationNamed('sales.invoice.issue'), input) as Promise<Issued>;

const seller = {
  vatId: 'DE123456789',
  street: 'Hafenstraße 1',
  city: 'Hamburg',
  country: 'DE',
  electronicScheme: '9930',
  electronicAddress: 'DE123456789',
  iban: 'DE89370400440532013000',
  zeroRateCategory: 'G',
  zeroRateReason: 'Export outside the EU',
  version: 1,
};

const known = (shop: Shop) =>
  shop.run(operationNamed('parties.party.update'), {
    id: shop.customerId,
    version: 1,
    email: 'invoices@example.com',
    taxNumber: 'FR 12 345 678 901',
    addresses: [{ kind: 'billing', street: 'Rue 1', city: 'Lyon', postalCode: '69001', country: 'France' }],
  });

/** A posted invoice with a discount, an odd price and a line without VAT. */
const mixed = (shop: Shop, more: Record<string, unknown> = {}) =>
  issue(shop, {
    customerId: shop.customerId,
    date: '2026-03-10',
    ...more,
    lines: [
      { productId: shop.productId, quantity: '3', unitPrice: '0.335', discount: '0.1', taxCodeId: shop.taxCodeId },
      { productId: shop.productId, quantity: '7', unitPrice: '19.99', taxCodeId: shop.taxCodeId },
      { description: 'Advice & <more>', quantity: '1.5', unitPrice: '80' },
    ],
  });

describe('writing an electronic invoice', () => {
  it.each(['ubl', 'cii'] as const)('in %s says what was posted, and is accepted when it is read', async (syntax) => {
    const shop = await newShop();
    await Promise.all([shop.run(saveSeller, seller), known(shop)]);
    const { id, number } = await mixed(shop);
    const written = await shop.run(exportEInvoice, { id, syntax });
    const read = await shop.run(checkEInvoice, { xml: written.xml });
    expect(read).toMatchObject({
      syntax,
      isAcceptable: true,
      invoice: {
        number,
        currency: 'EUR',
        seller: { taxRegistrations: [{ id: 'DE123456789', scheme: 'VAT' }], address: { country: 'DE' } },
        buyer: { name: 'Customer One', address: { country: 'FR' }, taxRegistrations: [{ id: 'FR12345678901', scheme: 'VAT' }] },
        totals: { lines: '260.83', vat: '26.76', withVat: '287.59', due: '287.59' },
        lines: [
          { net: '0.90', allowancesCharges: [{ amount: '0.11', baseAmount: '1.01', percentage: '10' }] },
          { net: '139.93', vat: { code: 'S', rate: '19' } },
          { net: '120.00', name: 'Advice & <more>', vat: { code: 'G', rate: '0' } },
        ],
      },
    });
  });

  it('says of each line what its taxes are to VAT: in the price, exempt with its reason, reverse charged, withheld', async () => {
    const shop = await newShop();
    await Promise.all([shop.run(saveSeller, seller), known(shop)]);
    const taxed = async (code: string, value: string, more: object) => {
      const terms = { code, name: code, kind: 'percent', rates: [{ validFrom: '2020-01-01', value }], ...more };
      return ((await shop.run(operationNamed('tax.definition.create'), terms as never)) as { id: string }).id;
    };
    const reason = { exemptionCode: 'VATEX-EU-132', exemptionReason: 'Article 132' };
    const ids = [
      [await taxed('I', '0.19', { included: true })],
      [await taxed('E', '0', { operation: 'exempt', ...reason })],
      [await taxed('RC', '0.19', { operation: 'reverse_charge' })],
      [shop.taxCodeId, await taxed('W', '0.1', { operation: 'withholding', salesAccountId: shop.account('1300') })],
    ];
    const { id } = await issue(shop, {
      ...invoiceOf(shop, '1'),
      lines: ids.map((taxIds) => ({ description: 'Thing', quantity: '2', unitPrice: '59.50', taxIds })),
    });
    const { xml } = await shop.run(exportEInvoice, { id, syntax: 'ubl' });
    const { invoice: read, isAcceptable } = await shop.run(checkEInvoice, { xml });
    expect({ isAcceptable, ...read }).toMatchObject({
      isAcceptable: true,
      totals: { withVat: '498.61', paid: '11.90', due: '486.71' },
      lines: [
        { net: '100.00', price: { net: '50' }, vat: { code: 'S', rate: '19' } },
        { net: '119.00', vat: { code: 'E', rate: '0' } },
        { net: '119.00', vat: { code: 'AE', rate: '0' } },
        { net: '119.00', vat: { code: 'S', rate: '19' } },
      ],
      vatBreakdown: expect.arrayContaining([
        expect.objectContaining({ taxable: '119.00', exemptionReason: 'Article 132', exemptionCode: 'VATEX-EU-132' }),
        expect.objectContaining({ taxable: '119.00', tax: '0.00', exemptionCode: 'VATEX-EU-AE' }),
      ]),
    });
  });

  it.each(['ubl', 'cii'] as const)(
    'in %s says charges and discounts of the document by their taxes, and in its sums',
    async (syntax) => {
      const shop = await newShop();
      await Promise.all([shop.run(saveSeller, seller), known(shop)]);
      const { id } = await mixed(shop, {
        charges: [
          { kind: 'discount', description: 'Loyalty', reasonCode: '95', share: '0.1' },
          { kind: 'charge', description: 'Freight', reasonCode: 'FC', amount: '12.50', taxIds: [shop.taxCodeId] },
          { kind: 'discount', description: 'Paid at once', amount: '10.00', of: 'document' },
        ],
      });
      const { xml } = await shop.run(exportEInvoice, { id, syntax });
      const { invoice: read, isAcceptable } = await shop.run(checkEInvoice, { xml });
      const of = (charge: boolean, reason: string, amount: string, code: string) =>
        expect.objectContaining({ charge, reason, amount, vat: expect.objectContaining({ code }) });
      expect({ isAcceptable, ...read }).toMatchObject({
        isAcceptable: true,
        totals: { lines: '260.83', charges: '12.50' },
        allowancesCharges: expect.arrayContaining([
          of(false, 'Loyalty', '13.54', 'S'),
          of(false, 'Loyalty', '11.54', 'G'),
          of(true, 'Freight', '12.50', 'S'),
        ]),
      });
      expect(read.allowancesCharges.filter(({ reason }) => reason === 'Paid at once')).toHaveLength(2);
    },
  );

  it('of a credit note names the invoice that it takes back', async () => {
    const shop = await newShop();
    await Promise.all([shop.run(saveSeller, seller), known(shop)]);
    const invoice = await mixed(shop);
    const note = await issue(shop, { ...invoiceOf(shop, '1'), kind: 'credit_note', creditedInvoiceId: invoice.id });
    const { xml } = await shop.run(exportEInvoice, { id: note.id, syntax: 'ubl' });
    const { invoice: read, isAcceptable } = await shop.run(checkEInvoice, { xml });
    expect({ isAcceptable, ...read }).toMatchObject({
      isAcceptable: true,
      kind: 'credit_note',
      typeCode: '381',
      precedingInvoices: [{ number: invoice.number, issueDate: '2026-03-10' }],
    });
  });

  it('tells each thing that is missing by its rule, and where to set it', async () => {
    const shop = await newShop();
    const { id } = await mixed(shop);
    const refusal = await shop.run(exportEInvoice, { id, syntax: 'ubl' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'einvoicing.incomplete',
      details: {
        errors: expect.arrayContaining([
          { pointer: '/buyer/address', code: 'BR-10', message: 'Buyer postal address (BG-8) is missing.' },
          expect.objectContaining({ code: 'PEPPOL-EN16931-R020' }),
        ]),
        gaps: expect.arrayContaining([
          expect.objectContaining({ rule: 'BR-S-02', setAt: '/settings/e-invoices' }),
          expect.objectContaining({ rule: 'BR-CO-04', place: '/lines/2/vat/code', setAt: '/settings/e-invoices' }),
          expect.objectContaining({ rule: 'BR-10', setAt: `/customers/${shop.customerId}` }),
        ]),
      },
    });
  });

  it('refuses a draft', async () => {
    const shop = await newShop();
    const draft = (await shop.run(operationNamed('sales.invoice.create'), invoiceOf(shop, '1'))) as { id: string };
    await expect(shop.run(exportEInvoice, { id: draft.id })).rejects.toMatchObject({ code: 'einvoicing.not_posted' });
  });
});

describe('what electronic invoices say of the company', () => {
  it('is edited by one person at a time, also the first time', async () => {
    const shop = await newShop();
    const both = await Promise.allSettled([shop.run(saveSeller, seller), shop.run(saveSeller, { ...seller, city: 'Bremen' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'version_conflict' } });
  });
});
