import { add, compare, type Decimal, decimal, divide, multiply, subtract, zero } from '@atlas/kernel';
import { amountOf, isZero, sumOf } from './amounts.ts';
import { codesOf, directDebits } from './code-lists.ts';
import type { AllowanceCharge, EInvoice, Line } from './e-invoice.ts';
import { invalid, type Rule, refused, required, unequal, type Violation } from './violation.ts';

/** What Peppol BIS Billing 3 calls itself (BT-24), and the processes that it is of (BT-23). */
const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const processes = /^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/;

/** Types of documents that Peppol takes of those that the standard knows (P0100, P0101). */
const types = {
  invoice: codesOf('71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'),
  credit_note: codesOf('81 83 381 396 532'),
};

/** Partial and corrected invoices are taken between Germans (P0112). */
const germanTypes = codesOf('326 384');

/** `PEPPOL-EN16931-R001`: how the rules of Peppol are called. */
const rule = (number: string): string => `PEPPOL-EN16931-${number}`;
const orZero = (text: string | null): Decimal => amountOf(text) ?? zero;

/** Reports an amount that is more than two cents from what it is computed from: what Peppol puts up with. */
function far(name: string, place: string, found: Decimal, expected: Decimal, what: string): Violation[] {
  const { coefficient, scale } = subtract(found, expected);
  const isNear = compare({ coefficient: coefficient < 0n ? -coefficient : coefficient, scale }, decimal('0.02')) <= 0;
  return isNear ? [] : unequal(name, place, { found, expected, what });
}

const head: Rule = ({ kind, specification: said, process: by, notes, seller, buyer, typeCode }) => {
  const german = [seller, buyer].every(({ address }) => address?.country === 'DE');
  return [
    ...required(rule('R001'), '/process', by, 'Business process (BT-23)'),
    ...invalid(
      rule('R007'),
      '/process',
      by === null || processes.test(by),
      'The business process is none of Peppol BIS Billing.',
    ),
    ...refused(rule('R002'), '/notes', notes.length > 1 && !german, 'A second note'),
    ...invalid(rule('R004'), '/specification', said?.startsWith(specification) ?? false, 'The specification is another one.'),
    ...invalid(
      rule(kind === 'invoice' ? 'P0100' : 'P0101'),
      '/typeCode',
      typeCode === null || types[kind].has(typeCode),
      `"${typeCode?.slice(0, 40)}" is no type that Peppol takes.`,
    ),
    ...refused(rule('P0112'), '/typeCode', germanTypes.has(typeCode ?? '') && !german, 'A type for invoices within Germany'),
  ];
};

const parties: Rule = ({ seller, buyer, buyerReference, orderReference }) => [
  ...required(rule('R020'), '/seller/electronicAddress', seller.electronicAddress, 'Seller electronic address (BT-34)'),
  ...required(rule('R010'), '/buyer/electronicAddress', buyer.electronicAddress, 'Buyer electronic address (BT-49)'),
  ...required(rule('R003'), '/buyerReference', buyerReference ?? orderReference, 'Buyer reference (BT-10)'),
];

const money: Rule = ({ currency, taxCurrency, amountCurrencies, totals, payments, mandates }) => {
  const [vat, accounted] = [orZero(totals.vat), orZero(totals.vatInTaxCurrency)];
  const sameSign = vat.coefficient * accounted.coefficient >= 0n;
  return [
    ...refused(
      rule('R005'),
      '/taxCurrency',
      taxCurrency !== null && taxCurrency === currency,
      'The same currency for VAT (BT-6)',
    ),
    ...amountCurrencies.flatMap((one, index) =>
      refused(
        rule('R051'),
        `/amountCurrencies/${index}`,
        currency !== null && one !== currency && one !== taxCurrency,
        'An amount in another currency than that of the invoice (BT-5)',
      ),
    ),
    ...invalid(rule('R055'), '/totals/vatInTaxCurrency', sameSign, 'VAT has another sign in the accounting currency (BT-111).'),
    ...payments.flatMap(({ meansCode }, index) =>
      directDebits.has(meansCode ?? '')
        ? required(rule('R061'), `/payments/${index}`, mandates, 'Mandate of the direct debit (BT-89)')
        : [],
    ),
  ];
};

/** R040 to R042: a share, what it is of, and what it comes to. */
const share = ({ percentage, baseAmount, amount }: AllowanceCharge, at: string): Violation[] => [
  ...(percentage !== null ? required(rule('R041'), `${at}/baseAmount`, baseAmount, 'Base amount beside a percentage') : []),
  ...(baseAmount !== null ? required(rule('R042'), `${at}/percentage`, percentage, 'Percentage beside a base amount') : []),
  ...(percentage !== null && baseAmount !== null
    ? far(
        rule('R040'),
        `${at}/amount`,
        orZero(amount),
        divide(multiply(orZero(baseAmount), orZero(percentage)), decimal('100'), 6),
        'Amount of the share',
      )
    : []),
];
const shares = (those: readonly AllowanceCharge[], at: string): Violation[] =>
  those.flatMap((one, index) => share(one, `${at}/${index}`));

/** What a line comes to: quantity by price, with its charges, less its allowances. */
function netOf({ quantity, price, allowancesCharges }: Line): Decimal {
  const base = orZero(price.baseQuantity);
  const count = quantity === null ? decimal('1') : orZero(quantity);
  const whole = divide(multiply(count, orZero(price.net)), isZero(base) ? decimal('1') : base, 6);
  const of = (charge: boolean) => sumOf(allowancesCharges.flatMap((one) => (one.charge === charge ? [one.amount] : [])));
  return subtract(add(whole, of(true)), of(false));
}

function ofLine(line: Line, index: number, { period }: EInvoice): Violation[] {
  const at = `/lines/${index}`;
  const { net, gross, discount, baseQuantity } = line.price;
  const base = amountOf(baseQuantity);
  const [starts, ends] = [line.period?.start ?? null, line.period?.end ?? null];
  const inTime = { start: period?.start ?? null, end: period?.end ?? null };
  const early = starts !== null && inTime.start !== null && starts < inTime.start;
  const late = ends !== null && inTime.end !== null && ends > inTime.end;
  return [
    ...shares(line.allowancesCharges, `${at}/allowancesCharges`),
    ...(gross === null
      ? []
      : unequal(rule('R046'), `${at}/price/net`, {
          found: orZero(net),
          expected: subtract(orZero(gross), orZero(discount)),
          what: 'Item net price (BT-146)',
        })),
    ...invalid(rule('R110'), `${at}/period/start`, !early, 'The period of a line starts before that of the invoice.'),
    ...invalid(rule('R111'), `${at}/period/end`, !late, 'The period of a line ends after that of the invoice.'),
    ...far(rule('R120'), `${at}/net`, orZero(line.net), netOf(line), 'Line net amount (BT-131)'),
    ...invalid(
      rule('R121'),
      `${at}/price/baseQuantity`,
      base === null || base.coefficient > 0n,
      'The base quantity of a price is more than nothing.',
    ),
  ];
}

/** Whether a document says that it is one of Peppol BIS Billing 3, or of an earlier or later edition. */
const isPeppol = ({ specification: said }: EInvoice): boolean => said?.includes('peppol.eu:2017:poacc:billing') ?? false;

/**
 * What Peppol BIS Billing 3 asks beyond EN 16931 of a document that says that it is one. Source: PEPPOL-EN16931-UBL.sch of
 * OpenPEPPOL/peppol-bis-invoice-3, without the rules of single countries and those on how a document is written.
 */
export const peppolRules = (invoice: EInvoice): Violation[] =>
  isPeppol(invoice)
    ? [
        ...[head, parties, money].flatMap((one) => one(invoice)),
        ...shares(invoice.allowancesCharges, '/allowancesCharges'),
        ...invoice.lines.flatMap((line, index) => ofLine(line, index, invoice)),
      ]
    : [];
