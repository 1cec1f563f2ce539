import type * as accounting from '@atlas/accounting/contract';
import type * as parties from '@atlas/parties/contract';
import type * as sales from '@atlas/sales/contract';
import { newShop, operationNamed, type Shop } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { saveSeller } from '../sellers/save-seller.ts';
import { checkEInvoice } from './check-e-invoice.ts';
import { exportEInvoice } from './export-e-invoice.ts';

const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');

/** A shop that has everything that its electronic invoices need. @param vatId of the seller, where it has one */
async function readyShop(vatId: string | null, zeroRateCategory: string): Promise<Shop> {
  const shop = await newShop();
  await shop.run(saveSeller, {
    ...{ vatId, zeroRateCategory, zeroRateReason: 'For its reason', registrationNumber: 'HRB 1', country: 'DE', version: 1 },
    ...{ electronicScheme: '0088', electronicAddress: '4000001000005', iban: 'DE89370400440532013000' },
  });
  const addresses = [{ kind: 'billing' as const, city: 'Lyon', country: 'FR' }];
  const buyer = { email: 'c@example.com', ...(vatId === null ? {} : { taxNumber: 'FR12345678901' }), addresses };
  await shop.run(updateParty, { id: shop.customerId, version: 1, ...buyer });
  return shop;
}

type Tax = { readonly value: string; readonly [more: string]: unknown };

async function taxed(shop: Shop, code: string, { value, ...more }: Tax): Promise<string> {
  const rates = [{ validFrom: '2020-01-01', value }];
  const terms = { code, name: code, kind: 'percent', rates, ...more };
  return ((await shop.run(operationNamed('tax.definition.create'), terms as never)) as { id: string }).id;
}

const item = (unitPrice: string, taxIds: readonly string[], more: object = {}) => ({
  ...{ description: 'Thing', quantity: '3', unitPrice, taxIds },
  ...more,
});
const exempt = (exemptionCode: string) => ({ value: '0', operation: 'exempt', exemptionCode, exemptionReason: 'So it is' });

/** What Atlas issues: the head, lines and charges that make it. */
const documents: Record<string, (shop: Shop) => Promise<object>> = {
  'at one rate, with a discount on a line': async (shop) => ({
    lines: [item('33.33', [shop.taxCodeId], { discount: '0.125' }), item('0.335', [shop.taxCodeId])],
  }),
  'at several rates': async (shop) => ({
    lines: [item('33.33', [shop.taxCodeId]), item('19.99', [await taxed(shop, 'R', { value: '0.07' })])],
  }),
  'with charges and discounts of the document': async (shop) => ({
    lines: [item('33.33', [shop.taxCodeId]), item('19.99', [await taxed(shop, 'R', { value: '0.055' })])],
    charges: [
      { kind: 'discount', description: 'Loyalty', share: '0.1' },
      { kind: 'charge', description: 'Freight', amount: '12.50', taxIds: [shop.taxCodeId] },
      { kind: 'discount', description: 'At once', amount: '10.00', of: 'document' },
    ],
  }),
  'with taxes in its prices': async (shop) => ({
    lines: [item('59.50', [await taxed(shop, 'I', { value: '0.19', included: true })])],
  }),
  'with tax that is withheld': async (shop) => ({
    lines: [
      item('100', [
        shop.taxCodeId,
        await taxed(shop, 'W', { value: '0.1', operation: 'withholding', salesAccountId: shop.account('1300') }),
      ]),
    ],
  }),
  'with a reverse charge beside tax': async (shop) => ({
    lines: [item('50', [shop.taxCodeId]), item('70', [await taxed(shop, 'RC', { value: '0.19', operation: 'reverse_charge' })])],
  }),
  'exempt, for a reason of its own': async (shop) => ({
    lines: [item('50', [await taxed(shop, 'E', exempt('VATEX-EU-132'))]), item('70', [shop.taxCodeId])],
  }),
  'of an intra-community supply': async (shop) => ({
    ...{ shipCountry: 'France', lines: [item('50', [await taxed(shop, 'K', exempt('VATEX-EU-IC'))])] },
  }),
  'of an export': async (shop) => ({ lines: [item('50', [await taxed(shop, 'G', exempt('VATEX-EU-G'))])] }),
  'without tax, as the settings say': async () => ({ lines: [{ description: 'Advice', quantity: '1.5', unitPrice: '80' }] }),
  'in a foreign currency': async (shop) => {
    await shop.run(saveExchangeRate, { currency: 'USD', validOn: '2026-03-01', rate: '1.25' });
    return { currency: 'USD', lines: [item('33.33', [shop.taxCodeId])] };
  },
  'in a currency without decimals': async (shop) => {
    await shop.run(saveExchangeRate, { currency: 'JPY', validOn: '2026-03-01', rate: '160' });
    return { currency: 'JPY', lines: [item('333', [shop.taxCodeId])] };
  },
};

/** A document as both syntaxes say it; they differ in what they call themselves. */
async function read(shop: Shop, id: string) {
  const [ubl, cii] = await Promise.all(
    (['ubl', 'cii'] as const).map(async (syntax) => {
      const { xml } = await shop.run(exportEInvoice, { id, syntax });
      const { invoice, violations, syntax: found } = await shop.run(checkEInvoice, { xml });
      const { specification: _specification, process: _process, ...said } = invoice;
      return { said, found, fatal: violations.filter(({ severity }) => severity === 'fatal') };
    }),
  );
  expect([ubl?.found, cii?.found]).toEqual(['ubl', 'cii']);
  expect([ubl?.fatal, cii?.fatal]).toEqual([[], []]);
  expect(cii?.said).toEqual(ubl?.said);
  return ubl?.said as NonNullable<typeof ubl>['said'];
}

const same = (amount: string) => Number(amount).toFixed(2);

describe.each(['invoice', 'credit_note'] as const)('each %s that is issued', (kind) => {
  it.each(Object.entries(documents))('%s is written in both syntaxes, as it was posted', async (_what, make) => {
    const shop = await readyShop('DE123456789', 'E');
    const { id } = await shop.run(issueInvoice, {
      ...{ kind, customerId: shop.customerId, date: '2026-03-10', ...(await make(shop)) },
    } as never);
    const posted = await shop.run(operationNamed<typeof sales.getInvoice>('sales.invoice.get'), { id });
    const said = await read(shop, id);
    const { currency } = posted.gross;
    const foreign = currency !== 'EUR';
    expect(said).toMatchObject({
      kind,
      currency,
      taxCurrency: foreign ? 'EUR' : null,
      totals: {
        withoutVat: posted.net.amount,
        vat: posted.tax.amount,
        vatInTaxCurrency: foreign ? posted.inBooks?.tax.amount : null,
        withVat: posted.gross.amount,
        due: same(posted.payable.amount),
      },
    });
    expect(said.lines.map(({ net }) => net)).toEqual(posted.lines.map(({ net }) => net.amount));
  });
});

it('what is outside the scope of VAT is written for a seller who has no VAT identifier', async () => {
  const shop = await readyShop(null, 'O');
  const lines = [{ description: 'Advice', quantity: '1', unitPrice: '80' }];
  const { id } = await shop.run(issueInvoice, { customerId: shop.customerId, date: '2026-03-10', lines });
  expect(await read(shop, id)).toMatchObject({
    lines: [{ vat: { code: 'O', rate: null } }],
    vatBreakdown: [{ exemptionReason: 'For its reason', tax: '0.00' }],
  });
});
