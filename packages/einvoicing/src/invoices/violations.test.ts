import { describe, expect, it } from 'vitest';
import { checkInvoice, isAcceptable } from '../domain/check-invoice.ts';
import type { EInvoice, Line } from '../domain/e-invoice.ts';
import { allowance, charge, line, part, sample, totals } from '../domain/sample-invoice.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

const { seller, buyer, totals: sums, payments } = sample();
const [payment] = payments;
const address = { ...seller.address, country: null } as NonNullable<typeof seller.address>;
const representative = { name: 'Fiscal', address: seller.address, taxRegistrations: seller.taxRegistrations };

const none = { meansCode: null, account: null, accountName: null, bic: null, cardNumber: null };
const attached = { reference: 'D', description: null, location: null };
const file = { mimeCode: 'application/pdf', fileName: 'd.pdf', content: 'JVBERi0=' };

const payee = { identifiers: [], name: 'Factor', legalRegistration: null };

const sumsWith = (more: Partial<EInvoice['totals']>): Partial<EInvoice> => ({ totals: { ...sums, ...more } });
const lineWith = (more: Partial<Line>): Partial<EInvoice> => ({ lines: [line('100.00', 'S 19', more)] });
const paidBy = (more: object): Partial<EInvoice> => ({ payments: [{ ...payment, ...more } as (typeof payments)[number]] });

/** An invoice with an allowance and a charge, in one or both of which something is different. */
const chargedWith = (off: object, on: object = {}, more: Partial<EInvoice> = {}): Partial<EInvoice> => ({
  lines: [line('100.00', 'S 19')],
  allowancesCharges: [
    { ...allowance('10.00', 'S 19'), ...off },
    { ...charge('20.00', 'S 19'), ...on },
  ],
  vatBreakdown: [part('110.00', '20.90', 'S 19')],
  totals: totals('100.00 110.00 20.90 130.90 130.90', { allowances: '10.00', charges: '20.00' }),
  ...more,
});

/** An invoice without VAT, for a reason. */
const exemptFor = (exemptionCode: string): Partial<EInvoice> => ({
  lines: [line('100.00', 'E 0')],
  vatBreakdown: [{ ...part('100.00', '0.00', 'E 0'), exemptionCode }],
  totals: totals('100.00 100.00 0.00 100.00 100.00'),
});

/** Rules that are broken when something is missing or wrong: all of them, and no other. */
const broken: readonly (readonly [rules: string, what: string, more: Partial<EInvoice>])[] = [
  ['BR-01', 'no specification', { specification: null }],
  ['BR-02', 'no number', { number: null }],
  ['BR-03', 'no day of issue', { issueDate: null }],
  ['BR-04', 'no type', { typeCode: null }],
  ['BR-05', 'no currency', { currency: null }],
  ['BR-06', 'a seller without a name', { seller: { ...seller, name: null } }],
  ['BR-07', 'a buyer without a name', { buyer: { ...buyer, name: null } }],
  ['BR-08', 'a seller without an address', { seller: { ...seller, address: null } }],
  ['BR-09', 'a seller without a country', { seller: { ...seller, address } }],
  ['BR-10', 'a buyer without an address', { buyer: { ...buyer, address: null } }],
  ['BR-11', 'a buyer without a country', { buyer: { ...buyer, address } }],
  ['BR-12 BR-CO-10 BR-CO-13', 'no sum of lines', sumsWith({ lines: null })],
  ['BR-13 BR-CO-13 BR-CO-15', 'no total without VAT', sumsWith({ withoutVat: null })],
  ['BR-14 BR-CO-15 BR-CO-16', 'no total with VAT', sumsWith({ withVat: null })],
  ['BR-15 BR-CO-16', 'nothing due', sumsWith({ due: null })],
  ['BR-16 BR-CO-10 BR-S-01 BR-S-08', 'no lines', { lines: [] }],
  ['BR-17', 'a payee without a name', { payee: { ...payee, name: null } }],
  ['BR-18', 'a representative without a name', { taxRepresentative: { ...representative, name: null } }],
  ['BR-19', 'a representative without an address', { taxRepresentative: { ...representative, address: null } }],
  ['BR-20', 'a representative without a country', { taxRepresentative: { ...representative, address } }],
  ['BR-56', 'a representative without VAT', { taxRepresentative: { ...representative, taxRegistrations: [] } }],
  ['BR-21', 'a line without a name of its own', lineWith({ id: null })],
  ['BR-22', 'a line without a quantity', lineWith({ quantity: null })],
  ['BR-23', 'a quantity without a unit', lineWith({ unit: null })],
  ['BR-24 BR-CO-10 BR-S-08', 'a line without a net', lineWith({ net: null })],
  ['BR-25', 'an item without a name', lineWith({ name: null })],
  ['BR-26', 'an item without a price', lineWith({ price: { net: null, gross: null, discount: null, baseQuantity: null } })],
  ['BR-27', 'a price below zero', lineWith({ price: { net: '-1', gross: null, discount: null, baseQuantity: null } })],
  ['BR-28', 'a gross price below zero', lineWith({ price: { net: '1', gross: '-1', discount: null, baseQuantity: null } })],
  ['BR-29', 'a period that ends before it starts', { period: { start: '2026-03-02', end: '2026-03-01' } }],
  ['BR-30', 'the same of a line', lineWith({ period: { start: '2026-03-02', end: '2026-03-01' } })],
  ['BR-CO-19', 'a period of nothing', { period: { start: null, end: null } }],
  ['BR-CO-20', 'the same of a line', lineWith({ period: { start: null, end: null } })],
  ['BR-31 BR-CO-11 BR-S-08', 'an allowance of nothing', chargedWith({ amount: null })],
  ['BR-32 BR-S-08', 'an allowance of no category', chargedWith({ vat: null })],
  ['BR-33 BR-CO-21', 'an allowance for no reason', chargedWith({ reason: null })],
  ['BR-36 BR-CO-12 BR-S-08', 'a charge of nothing', chargedWith({}, { amount: null })],
  ['BR-37 BR-S-08', 'a charge of no category', chargedWith({}, { vat: null })],
  ['BR-38 BR-CO-22', 'a charge for no reason', chargedWith({}, { reason: null })],
  ['BR-41', 'the same of a line', lineWith({ allowancesCharges: [{ ...allowance('1', null), amount: null }] })],
  ['BR-42 BR-CO-23', 'the same of a line', lineWith({ allowancesCharges: [{ ...allowance('1', null), reason: null }] })],
  ['BR-43', 'the same of a line', lineWith({ allowancesCharges: [{ ...charge('1', null), amount: null }] })],
  ['BR-44 BR-CO-24', 'the same of a line', lineWith({ allowancesCharges: [{ ...charge('1', null), reason: null }] })],
  ['BR-45 BR-CO-17 BR-S-08 BR-S-09', 'no base', { vatBreakdown: [{ ...part('', '19.00', 'S 19'), taxable: null }] }],
  ['BR-46 BR-CO-14 BR-CO-17 BR-S-09', 'no tax', { vatBreakdown: [{ ...part('100.00', '', 'S 19'), tax: null }] }],
  ['BR-47 BR-S-01', 'no category', { vatBreakdown: [{ ...part('100.00', '19.00', 'S 19'), vat: { code: null, rate: '19' } }] }],
  ['BR-48 BR-CO-17 BR-S-09', 'no rate', { vatBreakdown: [part('100.00', '19.00', 'S')] }],
  ['BR-49', 'a way of paying that is none', paidBy({ meansCode: null })],
  ['BR-50', 'an account without a number', paidBy({ meansCode: '42', account: null, accountName: 'Us' })],
  ['BR-61', 'a transfer to nowhere', paidBy({ account: null })],
  ['BR-61', 'a SEPA transfer to nowhere', paidBy({ meansCode: '58', account: null })],
  ['BR-51', 'the whole number of a card', paidBy({ meansCode: '48', account: null, cardNumber: '4111111111111111' })],
  [
    'BR-52',
    'a document without a name',
    { supportingDocuments: [{ reference: null, description: 'D', location: null, attachment: null }] },
  ],
  ['BR-66', 'two cards', { payments: ['1', '2'].map((cardNumber) => ({ ...none, meansCode: '48', cardNumber })) }],
  ['BR-67', 'two mandates', { mandates: ['M-1', 'M-2'] }],
  ['BR-53', 'a second currency without its tax', { taxCurrency: 'SEK' }],
  ['BR-54', 'an attribute without a value', lineWith({ attributes: [{ name: 'Colour', value: null }] })],
  ['BR-54', 'an attribute without a name', lineWith({ attributes: [{ name: null, value: 'Blue' }] })],
  ['BR-55', 'an invoice before it that has no number', { precedingInvoices: [{ number: null, issueDate: '2026-01-01' }] }],
  ['BR-57', 'a delivery to no country', { delivery: { date: '2026-03-01', location: null, address } }],
  ['BR-62', 'an electronic address of nothing', { seller: { ...seller, electronicAddress: { id: '1', scheme: null } } }],
  ['BR-63', 'the same of the buyer', { buyer: { ...buyer, electronicAddress: { id: '1', scheme: null } } }],
  ['BR-64', 'an item identifier of no scheme', lineWith({ standardItem: { id: '1', scheme: null } })],
  ['BR-65', 'a class of no list', lineWith({ classifications: [{ id: '1', scheme: null }] })],
  ['BR-CO-03', 'a tax point that is told twice', { taxPointDate: '2026-03-01', taxPointDateCode: '35' }],
  ['BR-CO-04 BR-S-01 BR-S-08', 'a line of no category', lineWith({ vat: null })],
  ['BR-CO-09', 'a VAT identifier of no country', { seller: { ...seller, taxRegistrations: [{ id: '123', scheme: 'VAT' }] } }],
  ['BR-CO-09', 'the same of the buyer', { buyer: { ...buyer, taxRegistrations: [{ id: 'QQ123', scheme: 'VAT' }] } }],
  ['BR-CO-10 BR-CO-13', 'a sum of lines that is a cent off', sumsWith({ lines: '100.01' })],
  ['BR-CO-11 BR-CO-13', 'allowances a cent off', chargedWith({}, {}, chargedSums({ allowances: '10.01' }))],
  ['BR-CO-11 BR-CO-13', 'allowances without their sum', chargedWith({}, {}, chargedSums({ allowances: null }))],
  ['BR-CO-12 BR-CO-13', 'charges a cent off', chargedWith({}, {}, chargedSums({ charges: '19.99' }))],
  ['BR-CO-12 BR-CO-13', 'charges without their sum', chargedWith({}, {}, chargedSums({ charges: null }))],
  ['BR-CO-13 BR-CO-15', 'a total without VAT that is a cent off', sumsWith({ withoutVat: '99.99' })],
  ['BR-CO-14 BR-CO-15', 'a total of VAT that is a cent off', sumsWith({ vat: '19.01' })],
  ['BR-CO-14 BR-CO-15', 'no total of VAT', sumsWith({ vat: null })],
  ['BR-CO-15 BR-CO-16', 'a total with VAT that is a cent off', sumsWith({ withVat: '119.01' })],
  ['BR-CO-16', 'what is due a cent off', sumsWith({ due: '118.99' })],
  ['BR-CO-16', 'what was paid and is due nevertheless', sumsWith({ paid: '19.00' })],
  ['BR-CO-16', 'a rounding that was taken off', sumsWith({ rounding: '0.01', due: '118.99' })],
  ['BR-CO-18 BR-S-01', 'no breakdown', { vatBreakdown: [] }],
  ['BR-CO-25', 'no day to pay on', { dueDate: null }],
  ['BR-CO-26', 'a seller known by nothing', { seller: { ...seller, taxRegistrations: [{ id: '12/3', scheme: 'TAX' }] } }],
  ['BR-CL-01', 'a type of no invoice', { typeCode: '999' }],
  ['BR-CL-03 BR-CL-04', 'a currency of nobody', { currency: 'XXQ' }],
  ['BR-CL-03 BR-CL-05', 'the same of the books', { taxCurrency: 'QQQ', totals: { ...sums, vatInTaxCurrency: '1.00' } }],
  ['BR-CL-06', 'a tax point at no event', { taxPointDateCode: '99' }],
  ['BR-CL-08', 'a note about nothing', { notes: [{ subject: 'QQQ', text: 'One' }] }],
  ['BR-CL-24', 'a film of it', { supportingDocuments: [{ ...attached, attachment: { ...file, mimeCode: 'video/mp4' } }] }],
  ['BR-CL-10', 'an identifier of nobody', { buyer: { ...buyer, identifiers: [{ id: '1', scheme: '0999' }] } }],
  ['BR-CL-10', 'a SEPA creditor who buys', { buyer: { ...buyer, identifiers: [{ id: '1', scheme: 'SEPA' }] } }],
  ['BR-CL-11', 'a register of nobody', { seller: { ...seller, legalRegistration: { id: '1', scheme: '0092' } } }],
  ['BR-CL-07', 'an object of a scheme of nobody', { objectReference: { id: '1', scheme: 'QQQ' } }],
  ['BR-CL-07', 'the same of a line', lineWith({ objectReference: { id: '1', scheme: 'ACM' } })],
  ['BR-CL-10', 'a payee of a scheme of nobody', { payee: { ...payee, identifiers: [{ id: '1', scheme: 'GLN' }] } }],
  ['BR-CL-11', 'a payee of a register of nobody', { payee: { ...payee, legalRegistration: { id: '1', scheme: 'HRB' } } }],
  ['BR-CL-15', 'an item from no country', lineWith({ originCountry: 'QQ' })],
  [
    'BR-CL-26',
    'a delivery to a place of a scheme of nobody',
    { delivery: { date: '2026-03-01', location: { id: '1', scheme: '0103' }, address: seller.address } },
  ],
  ['BR-CL-13', 'a class of a list of nobody', lineWith({ classifications: [{ id: '1', scheme: 'QQQ' }] })],
  ['BR-CL-16', 'a way of paying of nobody', paidBy({ meansCode: '79' })],
  ['BR-CL-19', 'an allowance for a reason of nobody', chargedWith({ reasonCode: '75' })],
  ['BR-CL-19', 'the same of a line', lineWith({ allowancesCharges: [{ ...allowance('1', null), reasonCode: 'AA' }] })],
  ['BR-CL-20', 'a charge for the reason of an allowance', chargedWith({}, { reasonCode: '95' })],
  ['BR-CL-20', 'the same of a line', lineWith({ allowancesCharges: [{ ...charge('1', null), reasonCode: '41' }] })],
  ['BR-CL-21', 'an item of a scheme of nobody', lineWith({ standardItem: { id: '1', scheme: 'GTIN' } })],
  ['BR-CL-22', 'an exemption of nobody', exemptFor('VATEX-EU-999')],
  ['BR-CL-23', 'a unit of nobody', lineWith({ unit: 'PCS' })],
  ['BR-CL-23', 'a package without what makes it a unit', lineWith({ unit: 'BX' })],
  ['BR-CL-25', 'an electronic address of nobody', { seller: { ...seller, electronicAddress: { id: '1', scheme: '0001' } } }],
  ['BR-CL-25', 'the same of the buyer', { buyer: { ...buyer, electronicAddress: { id: '1', scheme: 'em' } } }],
  ['BR-CL-14', 'a country of nobody', { buyer: { ...buyer, address: { ...address, country: 'QQ' } } }],
  [
    'BR-CL-17 BR-CL-18',
    'a category of nobody',
    { lines: [line('100.00', 'X 19')], vatBreakdown: [part('100.00', '19.00', 'X 19')] },
  ],
  ['SYNTAX', 'a day of no calendar', { issueDate: '2026-02-30' }],
  ['BR-CO-16 SYNTAX', 'a number in words', sumsWith({ paid: 'half', due: '59.50' })],
  ['BR-CO-10 BR-DEC-09', 'a sum with three decimals', sumsWith({ lines: '100.001' })],
];

function chargedSums(more: Partial<EInvoice['totals']>): Partial<EInvoice> {
  return { totals: totals('100.00 110.00 20.90 130.90 130.90', { allowances: '10.00', charges: '20.00', ...more }) };
}

const rulesOf = (invoice: EInvoice): string => [...new Set(checkInvoice(invoice).map(({ rule }) => rule))].sort().join(' ');

describe.each(['ubl', 'cii'] as const)('an invoice in %s is told that it breaks', (syntax) => {
  it.each(broken)('%s: %s', (rules, _what, more) => {
    const { invoice } = readDocument(printXml(writeInvoice(sample(more), syntax)));
    expect(rulesOf(invoice)).toBe(rules.split(' ').sort().join(' '));
  });
});

it('a difference of tax below one unit is put up with, and told; one of a unit is not', () => {
  const taxed = (tax: string, sum: string) =>
    checkInvoice(sample({ vatBreakdown: [part('100.00', tax, 'S 19')], totals: totals(`100.00 100.00 ${tax} ${sum} ${sum}`) }));
  for (const [tax, sum, accepted] of [
    ['19.99', '119.99', true],
    ['18.01', '118.01', true],
    ['20.00', '120.00', false],
  ] as const) {
    const violations = taxed(tax, sum);
    expect(violations.map(({ rule }) => rule)).toEqual(['BR-CO-17', 'BR-S-09']);
    expect([tax, isAcceptable(violations)]).toEqual([tax, accepted]);
  }
});

it('tells what differs, also where it is less than a cent', () => {
  expect(checkInvoice(sample(sumsWith({ lines: '100.001' })))).toContainEqual(
    expect.objectContaining({ rule: 'BR-CO-10', found: '100.001', expected: '100.00' }),
  );
});
