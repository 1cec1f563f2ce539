import { expect, test } from 'vitest';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import type { Sold } from '../domain/sold.ts';
import { invoiceLetter, type Printed } from './invoice-letter.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const nobody = {
  ...{ vatId: null, taxNumber: null, registrationNumber: null, electronicScheme: null, electronicAddress: null },
  ...{ contactName: null, contactPhone: null, contactEmail: null, zeroRateCategory: null, zeroRateReason: null },
};
const line = {
  ...{ position: 1, productCode: null, description: 'Thing', quantity: '2', unit: null, unitPrice: '50', discount: '0' },
  ...{ taxRate: '0.19', exemption: null, net: '100.00', tax: '19.00' },
};
const sold: Sold = {
  ...{
    kind: 'invoice',
    number: 'INV-1',
    date: '2026-03-10',
    dueDate: '2026-04-09',
    currency: 'EUR',
    reference: null,
    note: null,
  },
  ...{ shipCountry: null, credited: null, net: '100.00', tax: '19.00', gross: '119.00', inBooks: null, withheld: '0.00' },
  lines: [line],
  charges: [],
  seller: {
    ...{ ...nobody, name: 'Seller', street: 'Weg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
    ...{ iban: 'DE89370400440532013000', bic: null },
  },
  buyer: {
    ...{ code: 'C1', name: 'Buyer', taxNumber: null, email: null },
    address: { street: 'Rue 1', postalCode: '69001', city: 'Lyon', region: null, country: 'FR', countryName: 'Frankreich' },
  },
};
const tax = { name: 'VAT 19 %', operation: 'domestic', base: eur('100.00'), amount: eur('19.00') };
const invoice = {
  ...{ net: eur('100.00'), tax: eur('19.00'), gross: eur('119.00'), withheld: eur('0.00'), payable: eur('119.00') },
  ...{
    currency: 'EUR',
    inBooks: null,
    shipCountry: null,
    lines: [{ net: eur('100.00') }],
    charges: [],
    taxes: [tax],
    creditNotes: [],
  },
};

/** A letter of an invoice as the books hold it, but for what is different. */
function letterOf(more: {
  sold?: Partial<Sold>;
  invoice?: object;
  terms?: Printed['terms'];
  locale?: Printed['locale'];
  isVoided?: boolean;
}) {
  const printed = { ...sold, ...more.sold };
  return invoiceLetter(
    {
      ...{ sold: printed, invoice: { ...invoice, ...more.invoice } as unknown as Printed['invoice'] },
      ...{ written: invoiceOfSale(printed, 'cii'), locale: more.locale ?? 'en' },
      isVoided: more.isVoided ?? false,
      terms: more.terms ?? { instalments: [{ dueOn: '2026-04-09', amount: eur('119.00') }], discount: null },
    },
    null,
  );
}

test('an invoice says whom it is to, what was sold, what it comes to, and where to pay', () => {
  const { address, rows, sums, closing } = letterOf({});
  expect(address).toEqual(['Buyer', 'Rue 1', '69001 Lyon', 'FRANCE']);
  expect(rows).toEqual([['1', 'Thing', '2', '50.00', '19 %', '100.00']]);
  expect(sums.map(({ label, value }) => [label, value])).toEqual([
    ['Net total', '100.00'],
    ['VAT 19 % on 100.00', '19.00'],
    ['Total EUR', '119.00'],
  ]);
  expect(closing).toEqual([
    'Payable by 9 Apr 2026 without deduction.',
    'Please pay to IBAN DE89 3704 0044 0532 0130 00, and name INV-1.',
  ]);
});

test('at home the country is left out; one that nobody knows is written as it was', () => {
  const to = (country: string | null, countryName: string) =>
    letterOf({ sold: { buyer: { ...sold.buyer, address: { ...sold.buyer.address, country, countryName } as never } } }).address;
  expect(to('DE', 'Germany')).toEqual(['Buyer', 'Rue 1', '69001 Lyon']);
  expect(to(null, 'Ruritania').at(-1)).toBe('RURITANIA');
});

test('terms are told as they were posted: instalments, or what paying early leaves', () => {
  const first = { dueOn: '2026-03-20', amount: eur('59.50') };
  const parts = letterOf({ terms: { instalments: [first, { dueOn: '2026-04-09', amount: eur('59.50') }], discount: null } });
  expect(parts.closing[0]).toBe('Payable in instalments:\nBy 20 Mar 2026: 59.50 EUR\nBy 9 Apr 2026: 59.50 EUR');
  const discount = { until: '2026-03-17', amount: eur('2.38') };
  const early = letterOf({ locale: 'de', terms: { instalments: [{ ...first, amount: eur('119.00') }], discount } });
  expect(early.closing[1]).toBe('Bei Zahlung bis 17.03.2026 2,38 EUR Skonto: zu zahlen sind dann 116,62 EUR.');
});

test('what is kept back comes off below the total, and the tax in the books adds to nothing', () => {
  const withheld = { name: 'Withheld', operation: 'withholding', base: eur('100.00'), amount: eur('10.00') };
  const inBooks = { tax: { amount: '15.20', currency: 'CHF' } };
  const more = { taxes: [tax, withheld], withheld: eur('10.00'), payable: eur('109.00'), inBooks };
  expect(letterOf({ invoice: more }).sums.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Net total: 100.00',
    'VAT 19 % on 100.00: 19.00',
    'Total EUR: 119.00',
    'Withheld on 100.00: -10.00',
    'Amount to pay EUR: 109.00',
    'Tax in CHF: 15.20',
  ]);
});

test('a reverse charge is told in the words of the law', () => {
  const exemption = { category: 'AE', code: 'VATEX-EU-AE', reason: 'Reverse charge' };
  const lines = [{ ...line, taxRate: '0', exemption, tax: '0.00' }];
  expect(letterOf({ sold: { lines }, locale: 'de' }).closing[0]).toBe(
    'Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).',
  );
});

test('a quantity is of its unit', () => {
  const lines = [{ ...line, quantity: '2.5', unit: 'h' }];
  expect(letterOf({ sold: { lines }, locale: 'de' }).rows[0]?.[2]).toBe('2,5 h');
});

test('what was voided says so, and asks for no money', () => {
  const { title, text, facts, closing } = letterOf({ isVoided: true, invoice: { creditNotes: [{ id: '1', number: 'CRN-1' }] } });
  expect(title).toBe('Invoice INV-1 – VOID');
  expect(text).toEqual(['This document was voided by CRN-1. Nothing is owed on it, and no VAT may be deducted by it.']);
  expect(facts.map(([label]) => label)).not.toContain('Due on');
  expect(closing).toEqual([]);
});

test('a credit note asks for no money', () => {
  const credited = { number: 'INV-1', date: '2026-03-10' };
  const { title, closing, facts } = letterOf({ sold: { kind: 'credit_note', number: 'CRN-1', credited }, locale: 'de' });
  expect(title).toBe('Rechnungskorrektur CRN-1');
  expect(closing).toEqual(['Dieser Betrag wird Ihrem Konto bei uns gutgeschrieben.']);
  expect(facts).toContainEqual(['Zu Rechnung', 'INV-1, 10.03.2026']);
});
