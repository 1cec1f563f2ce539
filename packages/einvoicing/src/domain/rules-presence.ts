import { amountOf } from './amounts.ts';
import type { AllowanceCharge, EInvoice, Line, TaxRegistration } from './e-invoice.ts';
import { isVat as isVatScheme } from './vat-category.ts';
import { invalid, type Rule, refused, required, type Violation } from './violation.ts';

const head: Rule = (invoice) => [
  ...required('BR-01', '/specification', invoice.specification, 'Specification identifier (BT-24)'),
  ...required('BR-02', '/number', invoice.number, 'Invoice number (BT-1)'),
  ...required('BR-03', '/issueDate', invoice.issueDate, 'Invoice issue date (BT-2)'),
  ...required('BR-04', '/typeCode', invoice.typeCode, 'Invoice type code (BT-3)'),
  ...required('BR-05', '/currency', invoice.currency, 'Invoice currency code (BT-5)'),
  ...required('BR-16', '/lines', invoice.lines, 'Invoice line (BG-25)'),
  ...(invoice.taxCurrency !== null && invoice.taxCurrency !== invoice.currency
    ? required('BR-53', '/totals/vatInTaxCurrency', invoice.totals.vatInTaxCurrency, 'VAT in accounting currency (BT-111)')
    : []),
  ...invoice.precedingInvoices.flatMap(({ number }, index) =>
    required('BR-55', `/precedingInvoices/${index}/number`, number, 'Preceding invoice reference (BT-25)'),
  ),
  ...invoice.supportingDocuments.flatMap(({ reference }, index) =>
    required('BR-52', `/supportingDocuments/${index}/reference`, reference, 'Supporting document reference (BT-122)'),
  ),
];

const parties: Rule = ({ seller, buyer }) => [
  ...required('BR-06', '/seller/name', seller.name, 'Seller name (BT-27)'),
  ...required('BR-07', '/buyer/name', buyer.name, 'Buyer name (BT-44)'),
  ...required('BR-08', '/seller/address', seller.address, 'Seller postal address (BG-5)'),
  ...(seller.address ? required('BR-09', '/seller/address/country', seller.address.country, 'Seller country code (BT-40)') : []),
  ...required('BR-10', '/buyer/address', buyer.address, 'Buyer postal address (BG-8)'),
  ...(buyer.address ? required('BR-11', '/buyer/address/country', buyer.address.country, 'Buyer country code (BT-55)') : []),
  ...(['seller', 'buyer'] as const).flatMap((who, index) => {
    const { electronicAddress } = who === 'seller' ? seller : buyer;
    const place = `/${who}/electronicAddress/scheme`;
    return electronicAddress
      ? required(`BR-6${index + 2}`, place, electronicAddress.scheme, 'Scheme of the electronic address')
      : [];
  }),
];

const isVat = ({ id, scheme }: TaxRegistration): boolean => id !== null && isVatScheme(scheme);

const othersNamed: Rule = ({ payee, taxRepresentative: representative, delivery }) => [
  ...(payee ? required('BR-17', '/payee/name', payee.name, 'Payee name (BT-59)') : []),
  ...(representative
    ? [
        ...required('BR-18', '/taxRepresentative/name', representative.name, 'Tax representative name (BT-62)'),
        ...required('BR-19', '/taxRepresentative/address', representative.address, 'Tax representative address (BG-12)'),
        ...(representative.address
          ? required('BR-20', '/taxRepresentative/address/country', representative.address.country, 'Country code (BT-69)')
          : []),
        ...required(
          'BR-56',
          '/taxRepresentative/taxRegistrations',
          representative.taxRegistrations.filter(isVat),
          'Tax representative VAT identifier (BT-63)',
        ),
      ]
    : []),
  ...(delivery?.address
    ? required('BR-57', '/delivery/address/country', delivery.address.country, 'Deliver to country code (BT-80)')
    : []),
];

const totals: Rule = ({ totals: given }) => [
  ...required('BR-12', '/totals/lines', given.lines, 'Sum of line net amounts (BT-106)'),
  ...required('BR-13', '/totals/withoutVat', given.withoutVat, 'Total without VAT (BT-109)'),
  ...required('BR-14', '/totals/withVat', given.withVat, 'Total with VAT (BT-112)'),
  ...required('BR-15', '/totals/due', given.due, 'Amount due for payment (BT-115)'),
];

const notNegative = (rule: string, place: string, text: string | null, what: string): Violation[] => {
  const value = amountOf(text);
  return invalid(rule, place, value === null || value.coefficient >= 0n, `${what} is negative.`);
};

/** What an item is known by, and what it is like. */
const ofItem = ({ standardItem, classifications, attributes }: Line, at: string): Violation[] => [
  ...(standardItem
    ? required('BR-64', `${at}/standardItem/scheme`, standardItem.scheme, 'Scheme of the item standard identifier (BT-157-1)')
    : []),
  ...classifications.flatMap(({ scheme }, index) =>
    required('BR-65', `${at}/classifications/${index}/scheme`, scheme, 'Scheme of the item classification (BT-158-1)'),
  ),
  ...attributes.flatMap(({ name, value }, index) =>
    required('BR-54', `${at}/attributes/${index}`, name && value, 'Name (BT-160) or value (BT-161) of an item attribute'),
  ),
];

function ofLine(line: Line, index: number): Violation[] {
  const { id, quantity, unit, net, name, price, vat } = line;
  const at = `/lines/${index}`;
  return [
    ...required('BR-21', `${at}/id`, id, 'Line identifier (BT-126)'),
    ...required('BR-22', `${at}/quantity`, quantity, 'Invoiced quantity (BT-129)'),
    ...required('BR-23', `${at}/unit`, unit, 'Unit of measure (BT-130)'),
    ...required('BR-24', `${at}/net`, net, 'Line net amount (BT-131)'),
    ...required('BR-25', `${at}/name`, name, 'Item name (BT-153)'),
    ...required('BR-26', `${at}/price/net`, price.net, 'Item net price (BT-146)'),
    ...notNegative('BR-27', `${at}/price/net`, price.net, 'Item net price (BT-146)'),
    ...notNegative('BR-28', `${at}/price/gross`, price.gross, 'Item gross price (BT-148)'),
    ...required('BR-CO-04', `${at}/vat/code`, vat?.code ?? null, 'VAT category of the line (BT-151)'),
    ...ofItem(line, at),
  ];
}

const breakdown: Rule = ({ vatBreakdown }) =>
  vatBreakdown.flatMap(({ taxable, tax, vat }, index) => {
    const at = `/vatBreakdown/${index}`;
    return [
      ...required('BR-45', `${at}/taxable`, taxable, 'VAT category taxable amount (BT-116)'),
      ...required('BR-46', `${at}/tax`, tax, 'VAT category tax amount (BT-117)'),
      ...required('BR-47', `${at}/vat/code`, vat.code, 'VAT category code (BT-118)'),
      ...(vat.code === 'O' ? [] : required('BR-48', `${at}/vat/rate`, vat.rate, 'VAT category rate (BT-119)')),
    ];
  });

/** The means that say "into this account": credit transfer, and that of SEPA. */
const transfers = new Set(['30', '58']);

/** One card, and one mandate: whoever pays twice pays by two invoices. */
const onlyOne: Rule = ({ payments: given, mandates }) => {
  const cards = given.filter(({ cardNumber }) => cardNumber !== null).length;
  return [
    ...refused('BR-66', '/payments', cards > 1, 'A second payment card (BG-18)'),
    ...refused('BR-67', '/mandates', mandates.length > 1, 'A second mandate of direct debit (BG-19)'),
  ];
};

const payments: Rule = (invoice) =>
  invoice.payments.flatMap(({ meansCode, account, accountName, bic, cardNumber }, index) => {
    const at = `/payments/${index}`;
    const hasAccount = account !== null || accountName !== null || bic !== null;
    return [
      ...required('BR-49', `${at}/meansCode`, meansCode, 'Payment means code (BT-81)'),
      ...(hasAccount ? required('BR-50', `${at}/account`, account, 'Payment account (BT-84)') : []),
      ...(transfers.has(meansCode ?? '') ? required('BR-61', `${at}/account`, account, 'Payment account (BT-84)') : []),
      ...invalid('BR-51', `${at}/cardNumber`, (cardNumber ?? '').length <= 10, 'Never tell the whole number of a card.').map(
        (violation): Violation => ({ ...violation, severity: 'warning' }),
      ),
    ];
  });

type Numbers = { readonly amount: string; readonly vat?: string; readonly reason: readonly string[] };
const ofDocument: Record<'true' | 'false', Numbers> = {
  false: { amount: 'BR-31', vat: 'BR-32', reason: ['BR-33', 'BR-CO-21'] },
  true: { amount: 'BR-36', vat: 'BR-37', reason: ['BR-38', 'BR-CO-22'] },
};
const ofLines: Record<'true' | 'false', Numbers> = {
  false: { amount: 'BR-41', reason: ['BR-42', 'BR-CO-23'] },
  true: { amount: 'BR-43', reason: ['BR-44', 'BR-CO-24'] },
};

function ofAllowance({ amount, vat, reason, reasonCode, charge }: AllowanceCharge, rules: Numbers, at: string): Violation[] {
  const what = charge ? 'charge' : 'allowance';
  return [
    ...required(rules.amount, `${at}/amount`, amount, `Amount of the ${what}`),
    ...(rules.vat ? required(rules.vat, `${at}/vat/code`, vat?.code ?? null, `VAT category of the ${what}`) : []),
    ...rules.reason.flatMap((rule) => required(rule, `${at}/reason`, reason ?? reasonCode, `Reason of the ${what}`)),
  ];
}

const allowances: Rule = ({ allowancesCharges, lines }) => [
  ...allowancesCharges.flatMap((one, index) => ofAllowance(one, ofDocument[`${one.charge}`], `/allowancesCharges/${index}`)),
  ...lines.flatMap((line, position) =>
    line.allowancesCharges.flatMap((one, index) =>
      ofAllowance(one, ofLines[`${one.charge}`], `/lines/${position}/allowancesCharges/${index}`),
    ),
  ),
];

/** What has to be there: BR-01 to BR-67, BR-CO-04 and BR-CO-21 to BR-CO-24. */
export const presenceRules = (invoice: EInvoice): Violation[] => [
  ...[head, parties, othersNamed, totals, breakdown, payments, onlyOne, allowances].flatMap((rule) => rule(invoice)),
  ...invoice.lines.flatMap(ofLine),
];
