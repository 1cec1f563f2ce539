import { describe, expect, it } from 'vitest';
import { checkInvoice } from '../domain/check-invoice.ts';
import type { EInvoice, Line } from '../domain/e-invoice.ts';
import { allowance, line, part, sample, totals } from '../domain/sample-invoice.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

const peppol = {
  specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
};
const { seller, buyer, payments } = sample();
const [payment] = payments;
const lineWith = (more: Partial<Line>): Partial<EInvoice> => ({ lines: [line('100.00', 'S 19', more)] });
const priced = (more: Partial<Line['price']>): Partial<EInvoice> =>
  lineWith({ price: { net: '100', gross: null, discount: null, baseQuantity: null, ...more } });

/** An invoice with an allowance of 10.00, told in another way. */
const lessTen = (more: object): Partial<EInvoice> => ({
  allowancesCharges: [{ ...allowance('10.00', 'S 19'), ...more }],
  vatBreakdown: [part('90.00', '17.10', 'S 19')],
  totals: totals('100.00 90.00 17.10 107.10 107.10', { allowances: '10.00' }),
});
const note = { subject: null, text: 'One' };
const march = { start: '2026-03-01', end: '2026-03-31' };

const right: Record<string, Partial<EInvoice>> = {
  'nothing more than it has to say': {},
  'an order in place of a reference': { buyerReference: null, orderReference: 'O-1' },
  'two notes between Germans': { notes: [note, note], buyer: { ...buyer, address: seller.address } },
  'a share that comes to its amount': lessTen({ percentage: '10', baseAmount: '100.00' }),
  'a share that is two cents off': lessTen({ percentage: '10', baseAmount: '100.20' }),
  'a gross price': priced({ gross: '110', discount: '10' }),
  'a price of a thousand': lineWith({
    quantity: '2000',
    price: { net: '50', gross: null, discount: null, baseQuantity: '1000' },
  }),
  'a debit with its mandate': { payments: [{ ...payment, meansCode: '59' } as never], mandates: ['M-1'] },
  'a period within that of the invoice': { ...lineWith({ period: march }), period: march },
};

const wrong: readonly (readonly [rules: string, what: string, more: Partial<EInvoice>])[] = [
  ['R001', 'no process', { process: null }],
  ['R007', 'a process of its own', { process: 'urn:fdc:peppol.eu:2017:poacc:billing:1:1.0' }],
  ['R002', 'two notes', { notes: [note, note] }],
  ['R003', 'neither a reference nor an order', { buyerReference: null }],
  ['R004', 'another edition', { specification: 'urn:fdc:peppol.eu:2017:poacc:billing:2.0' }],
  ['R005', 'the same currency twice', { taxCurrency: 'EUR' }],
  ['R010', 'a buyer without an electronic address', { buyer: { ...buyer, electronicAddress: null } }],
  ['R020', 'the same of the seller', { seller: { ...seller, electronicAddress: null } }],
  ['R040', 'a share that comes to something else', lessTen({ percentage: '10', baseAmount: '100.30' })],
  ['R041', 'a share of nothing', lessTen({ percentage: '10' })],
  ['R042', 'a base without a share', lessTen({ baseAmount: '100.00' })],
  ['R046', 'a gross price that is not the net one', priced({ gross: '110', discount: '9' })],
  ['R055', 'VAT of two signs', { taxCurrency: 'SEK', totals: { ...sample().totals, vatInTaxCurrency: '-200.00' } }],
  ['R061', 'a debit without a mandate', { payments: [{ ...payment, meansCode: '49' } as never] }],
  ['R110', 'a line that begins before', { ...lineWith({ period: { ...march, start: '2026-02-28' } }), period: march }],
  ['R111', 'a line that ends after', { ...lineWith({ period: { ...march, end: '2026-04-01' } }), period: march }],
  ['R120', 'a line that is not quantity by price', lineWith({ quantity: '2' })],
  ['R121', 'a price of less than nothing', priced({ baseQuantity: '0' })],
  ['P0100', 'a type that Peppol does not take', { typeCode: '385' }],
  ['P0101', 'the same of a credit note', { kind: 'credit_note', typeCode: '420' }],
  ['P0112', 'a correction between two countries', { typeCode: '384' }],
];

const rulesOf = (more: Partial<EInvoice>): string[] => {
  const { invoice } = readDocument(printXml(writeInvoice(sample({ ...peppol, ...more }), 'ubl')));
  return [...new Set(checkInvoice(invoice).map(({ rule }) => rule))];
};

describe('an invoice of Peppol', () => {
  it.each(Object.entries(right))('breaks no rule with %s', (_what, more) => {
    expect(rulesOf(more)).toEqual([]);
  });

  it.each(wrong)('is told that it breaks %s: %s', (rule, _what, more) => {
    expect(rulesOf(more)).toEqual([`PEPPOL-EN16931-${rule}`]);
  });

  it.each(wrong)('is held to %s by what it says that it is', (_rule, _what, more) => {
    expect(rulesOf({ ...more, specification: 'urn:cen.eu:en16931:2017' }).filter((rule) => rule.startsWith('PEPPOL'))).toEqual(
      [],
    );
  });
});

const printed = (syntax: 'ubl' | 'cii'): string => printXml(writeInvoice(sample(), syntax));

describe.each([
  ['ubl', /(<cbc:PayableAmount currencyID=")EUR/],
  ['cii', /(<ram:DuePayableAmount)(?=>)/],
] as const)('an amount in %s', (syntax, amount) => {
  const inCurrency = (code: string): string =>
    printed(syntax).replace(amount, syntax === 'ubl' ? `$1${code}` : `$1 currencyID="${code}"`);

  it('names a currency of ISO 4217', () => {
    const { invoice } = readDocument(inCurrency('QQQ'));
    expect(invoice.amountCurrencies).toEqual(['EUR', 'QQQ']);
    expect(checkInvoice(invoice)).toMatchObject([{ rule: 'BR-CL-03', place: '/amountCurrencies/1', problem: 'invalid' }]);
  });

  it('may name one that the invoice is not in, but for Peppol', () => {
    const { invoice } = readDocument(inCurrency('USD'));
    expect(checkInvoice(invoice)).toEqual([]);
    expect(checkInvoice({ ...invoice, ...peppol }).map(({ rule }) => rule)).toEqual(['PEPPOL-EN16931-R051']);
  });
});
