import { describe, expect, it } from 'vitest';
import { checkInvoice } from '../domain/check-invoice.ts';
import { computedTotals } from '../domain/computed-totals.ts';
import type { EInvoice } from '../domain/e-invoice.ts';
import { allowance, charge, line, part, sample, totals } from '../domain/sample-invoice.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

const { seller, buyer } = sample();
const delivered = {
  date: '2026-03-09',
  location: null,
  address: { ...(buyer.address as NonNullable<typeof buyer.address>), country: 'FR' },
};
const italian = { ...seller.address, country: 'IT' } as NonNullable<typeof seller.address>;
const unregistered = { taxRegistrations: [], identifiers: [{ id: '4000001000005', scheme: '0088' }] };
const credit = { kind: 'credit_note', typeCode: '381' } as const;

/** An invoice over 100.00 that owes no VAT. */
const free = (vat: string, reason: string | null, more: Partial<EInvoice> = {}): Partial<EInvoice> => ({
  lines: [line('100.00', vat)],
  vatBreakdown: [part('100.00', '0.00', vat, reason)],
  totals: totals('100.00 100.00 0.00 100.00 100.00'),
  ...more,
});

/** What invoices look like that break no rule; their figures were worked out by hand. */
const variants: Record<string, Partial<EInvoice>> = {
  'one line': {},
  'a credit note': { ...credit, precedingInvoices: [{ number: 'R-0', issueDate: '2026-02-01' }] },
  'a correction (384)': { typeCode: '384' },
  'several rates, each rounded by itself': {
    lines: [line('33.33', 'S 19'), line('66.66', 'S 7'), line('0.05', 'S 7'), line('10.00', 'Z 0')],
    // 6.3327 and 4.6697
    vatBreakdown: [part('33.33', '6.33', 'S 19'), part('66.71', '4.67', 'S 7'), part('10.00', '0.00', 'Z 0')],
    totals: totals('110.04 110.04 11.00 121.04 121.04'),
  },
  'tax on the sum, not on each line': {
    lines: Array.from({ length: 100 }, (_, index) => line('0.01', 'S 19', { id: String(index + 1) })),
    vatBreakdown: [part('1.00', '0.19', 'S 19')],
    totals: totals('1.00 1.00 0.19 1.19 1.19'),
  },
  'a tie, away from zero': {
    lines: [line('10.50', 'S 5')],
    vatBreakdown: [part('10.50', '0.53', 'S 5')],
    totals: totals('10.50 10.50 0.53 11.03 11.03'),
  },
  'a tie below zero, away from zero': {
    lines: [line('-10.50', 'S 5', { quantity: '-1' })],
    vatBreakdown: [part('-10.50', '-0.53', 'S 5')],
    totals: totals('-10.50 -10.50 -0.53 -11.03 -11.03'),
    dueDate: null,
  },
  'a line that takes back': {
    lines: [line('100.00', 'S 19'), line('-20.00', 'S 19', { id: '2', quantity: '-2' })],
    vatBreakdown: [part('80.00', '15.20', 'S 19')],
    totals: totals('80.00 80.00 15.20 95.20 95.20'),
  },
  'allowances and charges at several rates': {
    lines: [line('200.00', 'S 20'), line('100.00', 'S 5.5', { id: '2' })],
    allowancesCharges: [allowance('10.00', 'S 20'), charge('5.50', 'S 5.5'), allowance('4.00', 'Z 0')],
    // 5.8025
    vatBreakdown: [part('190.00', '38.00', 'S 20'), part('105.50', '5.80', 'S 5.5'), part('-4.00', '0.00', 'Z 0')],
    totals: totals('300.00 291.50 43.80 335.30 335.30', { allowances: '14.00', charges: '5.50' }),
  },
  'a net as it is given, whatever price and quantity say': {
    lines: [
      line('99.90', 'S 19', {
        quantity: '333',
        price: { net: '300', gross: '310', discount: '10', baseQuantity: '1000' },
        allowancesCharges: [{ ...allowance('5.00', null), percentage: '5', baseAmount: '99.90' }, charge('5.00', null)],
      }),
    ],
    // 18.981
    vatBreakdown: [part('99.90', '18.98', 'S 19')],
    totals: totals('99.90 99.90 18.98 118.88 118.88'),
  },
  'what was paid before, and rounded': {
    totals: totals('100.00 100.00 19.00 119.00 68.95', { paid: '50.00', rounding: '-0.05' }),
  },
  'everything paid, and no day to pay on': {
    totals: totals('100.00 100.00 19.00 119.00 0.00', { paid: '119.00' }),
    dueDate: null,
  },
  'terms of payment in place of a day': { dueDate: null, paymentTerms: 'At once' },
  'a rate that is written in two ways': { lines: [line('100.00', 'S 19.00')] },
  'lines of nothing': {
    lines: [line('0.00', 'S 19')],
    vatBreakdown: [part('0.00', '0.00', 'S 19')],
    totals: totals('0.00 0.00 0.00 0.00 0.00'),
    dueDate: null,
  },
  'zero rated (Z)': free('Z 0', null),
  'exempt (E)': free('E 0', 'Article 132'),
  'exempt, by a code alone': free('E 0', null, {
    vatBreakdown: [{ ...part('100.00', '0.00', 'E 0'), exemptionCode: 'VATEX-EU-132' }],
  }),
  'reverse charge (AE)': free('AE 0', 'Reverse charge'),
  'reverse charge of a buyer with a legal registration alone': free('AE 0', 'Reverse charge', {
    buyer: { ...buyer, taxRegistrations: [], legalRegistration: { id: '123', scheme: null } },
  }),
  'an intra-community supply (K)': free('K 0', 'Intra-community supply', { delivery: delivered }),
  'an intra-community supply over a period': free('K 0', 'Intra-community supply', {
    delivery: { ...delivered, date: null },
    period: { start: '2026-03-01', end: '2026-03-31' },
  }),
  'an export (G)': free('G 0', 'Export'),
  'outside the scope of VAT (O)': free('O', 'Not subject to VAT', {
    seller: { ...seller, ...unregistered },
    buyer: { ...buyer, ...unregistered },
  }),
  'the Canary Islands (L)': {
    lines: [line('100.00', 'L 7')],
    vatBreakdown: [part('100.00', '7.00', 'L 7')],
    totals: totals('100.00 100.00 7.00 107.00 107.00'),
  },
  'Ceuta and Melilla (M), at no rate': free('M 0', null),
  'split payment (B)': {
    seller: { ...seller, address: italian },
    buyer: { ...buyer, address: italian },
    lines: [line('100.00', 'B 22')],
    vatBreakdown: [part('100.00', '22.00', 'B 22')],
    totals: totals('100.00 100.00 22.00 122.00 122.00'),
  },
  'categories beside each other': {
    lines: [line('100.00', 'S 19'), line('50.00', 'AE 0', { id: '2' }), line('25.00', 'E 0', { id: '3' })],
    allowancesCharges: [allowance('5.00', 'E 0'), charge('10.00', 'AE 0')],
    vatBreakdown: [
      part('100.00', '19.00', 'S 19'),
      part('60.00', '0.00', 'AE 0', 'Reverse charge'),
      part('20.00', '0.00', 'E 0', 'Article 132'),
    ],
    totals: totals('175.00 180.00 19.00 199.00 199.00', { allowances: '5.00', charges: '10.00' }),
  },
  'tax told in the currency of the books, too': {
    currency: 'USD',
    amountCurrencies: ['SEK', 'USD'],
    taxCurrency: 'SEK',
    totals: totals('100.00 100.00 19.00 119.00 119.00', { vatInTaxCurrency: '201.35' }),
  },
  'a seller whom a representative stands for': {
    seller: { ...seller, ...unregistered },
    taxRepresentative: {
      name: 'Fiscal Ltd',
      address: seller.address,
      taxRegistrations: [{ id: 'EL123456789', scheme: 'VAT' }],
    },
  },
  'a seller with a number of the local tax office alone': {
    seller: { ...seller, ...unregistered, taxRegistrations: [{ id: '12/345', scheme: 'TAX' }] },
  },
  'codes of every list': {
    typeCode: '326',
    seller: {
      ...seller,
      electronicAddress: { id: 'a@example.com', scheme: 'EM' },
      identifiers: [
        { id: '4000001000005', scheme: '0088' },
        { id: 'DE98ZZZ09999999999', scheme: 'SEPA' },
      ],
      legalRegistration: { id: '123', scheme: '0244' },
    },
    buyer: { ...buyer, electronicAddress: { id: '1', scheme: '0002' }, identifiers: [{ id: '1', scheme: '0002' }] },
    payee: {
      identifiers: [{ id: 'DE98ZZZ09999999999', scheme: 'SEPA' }],
      name: 'Factor',
      legalRegistration: { id: '1', scheme: '0204' },
    },
    delivery: { ...delivered, location: { id: '4000001000005', scheme: '0088' } },
    objectReference: { id: 'Meter 7', scheme: 'MG' },
    payments: [{ meansCode: 'ZZZ', account: null, accountName: null, bic: null, cardNumber: null }],
    lines: [
      line('100.00', 'E 0', {
        unit: 'XBX',
        objectReference: { id: 'Meter 8', scheme: 'AXU' },
        originCountry: '1A',
        standardItem: { id: '1', scheme: '0160' },
        classifications: [{ id: '1', scheme: 'STI' }],
        allowancesCharges: [
          { ...allowance('1.00', null), reasonCode: '41' },
          { ...charge('1.00', null), reasonCode: 'AA' },
        ],
      }),
    ],
    allowancesCharges: [
      { ...allowance('10.00', 'E 0'), reasonCode: '105' },
      { ...charge('10.00', 'E 0'), reasonCode: 'ZZZ' },
    ],
    vatBreakdown: [{ ...part('100.00', '0.00', 'E 0'), exemptionCode: 'vatex-eu-132-1a' }],
    totals: totals('100.00 100.00 0.00 100.00 100.00', { allowances: '10.00', charges: '10.00' }),
  },
  'everything that it may say besides': {
    notes: [
      { subject: null, text: 'One & <two>' },
      { subject: 'AAI', text: 'Three' },
    ],
    taxPointDate: '2026-03-09',
    period: { start: '2026-03-01', end: '2026-03-31' },
    orderReference: 'O-1',
    contractReference: 'C-1',
    payee: { identifiers: [], name: 'Factor', legalRegistration: null },
    delivery: delivered,
    remittance: 'R-1',
    supportingDocuments: [
      { reference: 'D-1', description: 'Hours', location: 'https://example.com/hours', attachment: null },
      {
        reference: 'D-2',
        description: null,
        location: null,
        attachment: { mimeCode: 'text/csv', fileName: 'a.csv', content: 'YTti' },
      },
    ],
    mandates: ['M-1'],
    payments: [{ meansCode: '48', account: null, accountName: null, bic: null, cardNumber: '1234' }],
    lines: [
      line('100.00', 'S 19', {
        period: { start: '2026-03-01', end: null },
        standardItem: { id: '4006381333931', scheme: '0160' },
        classifications: [{ id: '44121618', scheme: 'TST' }],
        attributes: [{ name: 'Colour', value: 'Blue' }],
      }),
    ],
  },
};

const sortedParts = (parts: readonly { readonly code: string; readonly taxable: string; readonly tax: string }[]) =>
  parts.map(({ code, taxable, tax }) => [code, taxable, tax].join(' ')).sort();

describe.each(['ubl', 'cii'] as const)('in %s', (syntax) => {
  it.each(Object.entries(variants))('%s breaks no rule, and reads as it was written', (_what, more) => {
    const written = sample(more);
    const { invoice } = readDocument(printXml(writeInvoice(written, syntax)));
    expect(invoice).toEqual(written);
    expect(checkInvoice(invoice)).toEqual([]);
    const computed = computedTotals(invoice);
    const { lines, withoutVat, vat, withVat, due } = written.totals;
    expect(computed).toMatchObject({ lines, withoutVat, vat, withVat, due });
    expect(sortedParts(computed.vatBreakdown)).toEqual(
      sortedParts(
        written.vatBreakdown.map(({ vat: { code }, taxable, tax }) => ({
          code: code ?? '',
          taxable: taxable ?? '',
          tax: tax ?? '',
        })),
      ),
    );
  });
});
