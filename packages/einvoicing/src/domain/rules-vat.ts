import { add, type Decimal, decimalText, subtract, zero } from '@atlas/kernel';
import { amountOf, isZero, rounded, within } from './amounts.ts';
import type { EInvoice, TaxRegistration, VatCategory } from './e-invoice.ts';
import { taxOf } from './rules-totals.ts';
import { isVat } from './vat-category.ts';
import { categories, type VatFamily } from './vat-families.ts';
import { invalid, refused, required, unequal, type Violation } from './violation.ts';

/** Something that VAT is charged on: a line, an allowance or a charge of the document. */
type Item = { readonly vat: VatCategory; readonly place: string; readonly amount: string | null; readonly kind: 0 | 1 | 2 };

const itemsOf = ({ lines, allowancesCharges }: EInvoice): Item[] => [
  ...lines.flatMap(({ vat, net }, index) => (vat ? [{ vat, place: `/lines/${index}`, amount: net, kind: 0 as const }] : [])),
  ...allowancesCharges.flatMap(({ vat, amount, charge }, index) =>
    vat ? [{ vat, place: `/allowancesCharges/${index}`, amount, kind: charge ? (2 as const) : (1 as const) }] : [],
  ),
];

const numbered = (family: VatFamily, number: number): string => `BR-${family.name}-${String(number).padStart(2, '0')}`;

const ids = (registrations: readonly TaxRegistration[] | undefined, vatOnly: boolean): string[] =>
  (registrations ?? []).flatMap(({ id, scheme }) => (id !== null && (!vatOnly || isVat(scheme)) ? [id] : []));

/** 02 to 04: who has to be registered, or must not be, when something has this category. */
function registrations(family: VatFamily, { seller, buyer, taxRepresentative }: EInvoice, kind: Item['kind']): Violation[] {
  const rule = numbered(family, 2 + kind);
  const representative = ids(taxRepresentative?.taxRegistrations, true);
  const sellers = [...ids(seller.taxRegistrations, family.sellerVatOnly), ...representative];
  const buyers = ids(buyer.taxRegistrations, true);
  if (family.registration === 'none')
    return [
      ...refused(rule, '/seller/taxRegistrations', sellers.length > 0, 'A VAT identifier of the seller (BT-31)'),
      ...refused(rule, '/buyer/taxRegistrations', buyers.length > 0, 'A VAT identifier of the buyer (BT-48)'),
    ];
  const legal = family.buyerMayBeLegal && buyer.legalRegistration ? [buyer.legalRegistration.id] : [];
  return [
    ...required(rule, '/seller/taxRegistrations', sellers, 'VAT identifier of the seller (BT-31)'),
    ...(family.registration === 'both'
      ? required(rule, '/buyer/taxRegistrations', [...buyers, ...legal], 'VAT identifier of the buyer (BT-48)')
      : []),
  ];
}

/** 05 to 07: which rate goes with the category. */
function rate(family: VatFamily, { vat, place, kind }: Item): Violation[] {
  const rule = numbered(family, 5 + kind);
  const at = `${place}/vat/rate`;
  if (family.rate === 'none') return refused(rule, at, vat.rate !== null, 'A VAT rate');
  const value = amountOf(vat.rate);
  const fits = {
    positive: (given: Decimal) => given.coefficient > 0n,
    zero: isZero,
    any: (given: Decimal) => given.coefficient >= 0n,
  }[family.rate];
  const wanted = { positive: 'greater than zero', zero: 'zero', any: 'zero or greater' }[family.rate];
  return invalid(rule, at, value !== null && fits(value), `The VAT rate of this category is ${wanted}.`);
}

/** Rates that are equal are one: 25 and 25.00. */
const keyOf = ({ rate: text }: VatCategory, rated: boolean): string => {
  const value = rated ? amountOf(text) : null;
  return value === null ? '' : decimalText(value);
};

/** What is charged at each rate: lines and charges, less allowances. */
function bases(items: readonly Item[], rated: boolean): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { vat, amount, kind } of items) {
    const key = keyOf(vat, rated);
    const [sum, value] = [sums.get(key) ?? zero, amountOf(amount) ?? zero];
    sums.set(key, kind === 1 ? subtract(sum, value) : add(sum, value));
  }
  return sums;
}

/** 08 to 10: base, tax and reason of each part of the breakdown. */
function breakdown(family: VatFamily, invoice: EInvoice, items: readonly Item[], rated: boolean): Violation[] {
  const sums = bases(items, rated);
  return invoice.vatBreakdown.flatMap(({ vat, taxable, tax, exemptionCode, exemptionReason }, index) => {
    if (vat.code !== family.code) return [];
    const at = `/vatBreakdown/${index}`;
    const base = amountOf(taxable);
    const expected = rounded(sums.get(keyOf(vat, rated)) ?? zero);
    const expectedTax = rated && base !== null ? taxOf(base, amountOf(vat.rate) ?? zero) : zero;
    const found = { base: base ?? zero, tax: amountOf(tax) ?? zero };
    const near = rated && within(found.tax, expectedTax) ? 'warning' : 'fatal';
    const reasons = exemptionCode ?? exemptionReason;
    const what = 'Exemption reason (BT-120, BT-121)';
    // A base is of a rate: where none is told, that is what is missing.
    const isRated = !rated || amountOf(vat.rate) !== null;
    const what08 = { found: found.base, expected, what: 'Taxable amount (BT-116)' };
    return [
      ...(isRated ? unequal(numbered(family, 8), `${at}/taxable`, what08) : []),
      ...unequal(
        numbered(family, 9),
        `${at}/tax`,
        { found: found.tax, expected: expectedTax, what: 'VAT amount (BT-117)' },
        near,
      ),
      ...(family.reason
        ? required(numbered(family, 10), `${at}/exemptionReason`, reasons, what)
        : refused(numbered(family, 10), `${at}/exemptionReason`, reasons !== null, what)),
    ];
  });
}

/** 01: what is charged stands in the breakdown; once, where the category has one rate. */
function stands(family: VatFamily, invoice: EInvoice, items: readonly Item[], rated: boolean): Violation[] {
  const parts = invoice.vatBreakdown.filter(({ vat }) => vat.code === family.code).length;
  const there = items.some(({ vat }) => vat.code === family.code);
  const holds = rated ? parts > 0 === there : there || parts > 0 ? parts === 1 : true;
  const message = `The breakdown has ${parts} parts of the VAT category ${family.code}.`;
  return invalid(numbered(family, 1), '/vatBreakdown', holds, message);
}

/** IC-11 and IC-12: when and to which country the goods of an intra-community supply went. */
function supply(family: VatFamily, { vatBreakdown, delivery, period }: EInvoice): Violation[] {
  if (family.code !== 'K' || !vatBreakdown.some(({ vat }) => vat.code === 'K')) return [];
  const when = delivery?.date ?? period?.start ?? period?.end ?? null;
  return [
    ...required('BR-IC-11', '/delivery/date', when, 'Delivery date (BT-72) or invoicing period (BG-14)'),
    ...required('BR-IC-12', '/delivery/address/country', delivery?.address?.country ?? null, 'Deliver to country (BT-80)'),
  ];
}

/** O-11 to O-14: what is outside the scope of VAT stands alone. */
function alone(family: VatFamily, { vatBreakdown }: EInvoice, items: readonly Item[]): Violation[] {
  if (family.code !== 'O' || !vatBreakdown.some(({ vat }) => vat.code === 'O')) return [];
  const what = 'Another VAT category beside "not subject to VAT"';
  const others = vatBreakdown.findIndex(({ vat }) => vat.code !== null && vat.code !== 'O');
  return [
    ...refused('BR-O-11', `/vatBreakdown/${others}`, others >= 0, what),
    ...items
      .filter(({ vat }) => vat.code !== null && vat.code !== 'O')
      .flatMap(({ place, kind }) => refused(`BR-O-${12 + kind}`, `${place}/vat/code`, true, what)),
  ];
}

/** B-01 and B-02: split payment is a matter of Italy's, and never beside the standard rate. */
function split({ seller, buyer, vatBreakdown }: EInvoice, items: readonly Item[]): Violation[] {
  const codes = new Set([...items, ...vatBreakdown].map(({ vat }) => vat.code));
  if (!codes.has('B')) return [];
  const domestic = [seller, buyer].every(({ address }) => !address?.country || address.country === 'IT');
  return [
    ...invalid('BR-B-01', '/seller/address/country', domestic, 'Split payment is for invoices within Italy.'),
    ...refused('BR-B-02', '/vatBreakdown', codes.has('S'), 'The standard rate beside split payment'),
  ];
}

/** The rules of each VAT category: BR-S-*, BR-Z-*, BR-E-*, BR-AE-*, BR-IC-*, BR-G-*, BR-O-*, BR-AF-*, BR-AG-* and BR-B-*. */
export function vatRules(invoice: EInvoice): Violation[] {
  const items = itemsOf(invoice);
  const ofFamilies = categories.flatMap((family) => {
    const rated = family.rate === 'positive' || family.rate === 'any';
    const those = items.filter(({ vat }) => vat.code === family.code);
    return [
      ...stands(family, invoice, items, rated),
      ...[...new Set(those.map(({ kind }) => kind))].flatMap((kind) => registrations(family, invoice, kind)),
      ...those.flatMap((item) => rate(family, item)),
      ...breakdown(family, invoice, those, rated),
      ...supply(family, invoice),
      ...alone(family, invoice, items),
    ];
  });
  return [...ofFamilies, ...split(invoice, items)];
}
