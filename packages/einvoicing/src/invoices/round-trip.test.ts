import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInvoice, isAcceptable } from '../domain/check-invoice.ts';
import type { EInvoice, Identifier } from '../domain/e-invoice.ts';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import type { Sold, SoldCharge, SoldLine } from '../domain/sold.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

/** Any text that XML can carry, as readers give it back: without space around it. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((value) => value.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, '').trim())
  .filter((value) => value !== '' && value.isWellFormed());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
const said = maybe(text);
const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
const day = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const period = fc.record({ start: maybe(day), end: maybe(day) });
const identifier = fc.record({ id: text, scheme: maybe(fc.constantFrom('0088', '9930', 'EM')) });
const vat = fc.record({ code: maybe(fc.constantFrom('S', 'Z', 'E', 'O')), rate: maybe(amount) });
const address = fc.record({
  street: said,
  additionalStreet: said,
  city: said,
  postalCode: said,
  region: said,
  country: maybe(fc.constantFrom('DE', 'FR')),
});
const registrations = fc.array(fc.record({ id: said, scheme: fc.constantFrom('VAT', 'TAX') }), { maxLength: 2 });
/** CII has those without a scheme first. */
const ranked = (ids: Identifier[]) => [...ids].sort((a, b) => Number(a.scheme !== null) - Number(b.scheme !== null));
const party = fc.record({
  electronicAddress: maybe(identifier),
  identifiers: fc.array(identifier, { maxLength: 2 }).map(ranked),
  tradingName: said,
  address: maybe(address),
  taxRegistrations: registrations.map((all) => all.filter(({ id }) => id !== null)),
  name: said,
  legalRegistration: maybe(identifier),
  contact: maybe(fc.record({ name: said, phone: said, email: said })),
});
const allowance = fc.record({
  charge: fc.boolean(),
  reasonCode: said,
  reason: said,
  percentage: maybe(amount),
  amount: maybe(amount),
  baseAmount: maybe(amount),
  vat: maybe(vat),
});
const line = fc.record({
  id: said,
  note: said,
  // A unit belongs to a quantity, and a gross price to a discount.
  quantity: amount,
  unit: maybe(fc.constantFrom('C62', 'KGM')),
  net: maybe(amount),
  period: maybe(period),
  objectReference: maybe(identifier),
  allowancesCharges: fc.array(allowance, { maxLength: 2 }),
  price: fc.record({ net: maybe(amount), discount: maybe(amount), gross: maybe(amount), baseQuantity: maybe(amount) }),
  name: said,
  description: said,
  sellerItem: said,
  standardItem: maybe(identifier),
  originCountry: said,
  classifications: fc.array(identifier, { maxLength: 2 }),
  attributes: fc.array(fc.record({ name: said, value: said }), { maxLength: 2 }),
  vat: maybe(vat),
});
const breakdown = fc.record({ taxable: maybe(amount), tax: maybe(amount), vat, exemptionReason: said, exemptionCode: said });
const taxPoint = fc.oneof(
  fc.record({ taxPointDate: maybe(day), taxPointDateCode: fc.constant(null) }),
  fc.record({ taxPointDate: fc.constant(null), taxPointDateCode: fc.constantFrom('3', '35', '432') }),
);
const totals = fc.record({
  lines: maybe(amount),
  allowances: maybe(amount),
  charges: maybe(amount),
  withoutVat: maybe(amount),
  vat: amount,
  vatInTaxCurrency: amount,
  withVat: maybe(amount),
  paid: maybe(amount),
  rounding: maybe(amount),
  due: maybe(amount),
});

const attachment = fc.record({ mimeCode: said, fileName: said, content: said });

const anyInvoice = fc
  .record({
    specification: said,
    process: said,
    number: said,
    issueDate: maybe(day),
    currency: fc.constant('EUR'),
    taxCurrency: fc.constant('SEK'),
    dueDate: maybe(day),
    buyerReference: said,
    contractReference: said,
    orderReference: said,
    amountCurrencies: fc.constant(['EUR', 'SEK']),
    notes: fc.array(fc.record({ subject: maybe(fc.constantFrom('AAI', 'SUR')), text }), { maxLength: 2 }),
    precedingInvoices: fc.array(fc.record({ number: said, issueDate: maybe(day) }), { maxLength: 2 }),
    seller: party,
    buyer: party,
    payee: maybe(
      fc.record({
        identifiers: fc.array(identifier, { maxLength: 2 }).map(ranked),
        name: said,
        legalRegistration: maybe(identifier),
      }),
    ),
    taxRepresentative: maybe(
      fc.record({
        name: said,
        address: maybe(address),
        taxRegistrations: registrations.map((all) => all.filter(({ id }) => id !== null)),
      }),
    ),
    delivery: maybe(fc.record({ date: day, location: maybe(identifier), address: maybe(address) })),
    objectReference: maybe(identifier),
    supportingDocuments: fc.array(
      fc.record({ reference: said, description: said, location: said, attachment: maybe(attachment) }),
      { maxLength: 2 },
    ),
    period: maybe(fc.record({ start: day, end: maybe(day) })),
    remittance: said,
    mandates: fc.array(text, { maxLength: 1 }),
    payments: fc.array(fc.record({ meansCode: text, account: said, accountName: said, bic: said, cardNumber: said }), {
      minLength: 1,
      maxLength: 2,
    }),
    paymentTerms: said,
    allowancesCharges: fc.array(allowance, { maxLength: 2 }),
    totals,
    vatBreakdown: fc.array(breakdown, { minLength: 1, maxLength: 3 }),
    lines: fc.array(line, { maxLength: 3 }),
  })
  .chain((rest) =>
    fc
      .tuple(fc.constantFrom('invoice', 'credit_note'), taxPoint)
      .map(([kind, point]): EInvoice => ({ ...rest, ...point, kind, typeCode: kind === 'invoice' ? '380' : '381' }) as EInvoice),
  );

const soldLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 99_999 }),
    cents: fc.integer({ min: 0, max: 999_999 }),
    discount: fc.constantFrom(0, 5, 12.5, 100),
    rate: fc.constantFrom('0', '0.07', '0.19', '0.055'),
    description: text,
    productCode: said,
  })
  .map(({ quantity, cents, discount, rate, ...rest }): Omit<SoldLine, 'position'> => {
    // Eighths of thousandths of cents are whole numbers here: commercial rounding by hand, apart from the kernel's.
    const exact = BigInt(quantity) * BigInt(cents) * BigInt(1000 - discount * 10);
    const net = (exact + 5000n) / 10_000n;
    const tax = (net * BigInt(Math.trunc(Number(rate) * 1000 + 0.5)) + 500n) / 1000n;
    const shown = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
    return {
      ...rest,
      quantity: (quantity / 10).toFixed(1),
      unitPrice: (cents / 100).toFixed(2),
      discount: String(discount / 100),
      taxRate: rate,
      exemption: null,
      unit: null,
      net: shown(net),
      tax: shown(tax),
    };
  });

const sum = (amounts: readonly string[]) =>
  (amounts.reduce((all, one) => all + Math.trunc(Number(one) * 100 + Math.sign(Number(one)) * 0.5), 0) / 100).toFixed(2);

/** A charge, or a discount, of the tenth of a line: it owes what the line owes. */
const chargeOn = ({ net, taxRate }: Omit<SoldLine, 'position'>, sign: 1 | -1): SoldCharge => {
  const tenth = Math.trunc(Number(net) * 10);
  const tax = Math.trunc((tenth * Math.trunc(Number(taxRate) * 1000 + 0.5) + 500) / 1000);
  const shown = (minor: number) => ((sign * minor) / 100).toFixed(2);
  return { description: 'All of it', reasonCode: null, taxRate, exemption: null, net: shown(tenth), tax: shown(tax) };
};

const anySale = fc
  .record({
    kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
    number: text,
    note: said,
    lines: fc.array(soldLine, { minLength: 1, maxLength: 20 }),
    signs: fc.array(fc.constantFrom(1 as const, -1 as const), { maxLength: 3 }),
    iban: maybe(fc.constant('DE89370400440532013000')),
    name: text,
  })
  .map(({ lines, signs, iban, name, ...rest }): Sold => {
    const charges = signs
      .flatMap((sign, index) => (lines[index] ? [chargeOn(lines[index], sign)] : []))
      .filter(({ net }) => /[1-9]/.test(net));
    const all = [...lines, ...charges];
    const [net, tax] = [sum(all.map((one) => one.net)), sum(all.map((one) => one.tax))];
    return {
      ...rest,
      date: '2026-03-10',
      dueDate: '2026-04-09',
      currency: 'EUR',
      reference: null,
      shipCountry: 'FR',
      credited: null,
      net,
      tax,
      gross: sum([net, tax]),
      inBooks: null,
      withheld: '0.00',
      lines: lines.map((one, index) => ({ ...one, position: index + 1 })),
      charges,
      seller: {
        name,
        vatId: 'DE123456789',
        taxNumber: null,
        registrationNumber: null,
        street: null,
        city: null,
        postalCode: null,
        country: 'DE',
        electronicScheme: '9930',
        electronicAddress: 'DE123456789',
        contactName: null,
        contactPhone: null,
        contactEmail: null,
        iban,
        bic: null,
        zeroRateCategory: 'E',
        zeroRateReason: 'Exempt',
      },
      buyer: {
        code: 'C1',
        name,
        taxNumber: null,
        email: 'c@example.com',
        address: { street: null, city: null, postalCode: null, region: null, countryName: null, country: 'FR' },
      },
    };
  });

describe.each(['ubl', 'cii'] as const)('an invoice in %s', (syntax) => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        expect(readDocument(printXml(writeInvoice(invoice, syntax)))).toEqual({ syntax, invoice });
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('of a sale breaks no rule that receivers hold to', () => {
    fc.assert(
      fc.property(anySale, (sold) => {
        const { invoice } = readDocument(printXml(writeInvoice(invoiceOfSale(sold, syntax), syntax)));
        const violations = checkInvoice(invoice);
        expect(violations.filter(({ severity }) => severity === 'fatal')).toEqual([]);
        expect(isAcceptable(violations)).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
