import { add, type Decimal, decimal, divide, multiply, subtract, zero } from '@atlas/kernel';
import { amountOf, isZero, rounded, sumOf, within } from './amounts.ts';
import type { AllowanceCharge, EInvoice, VatBreakdown } from './e-invoice.ts';
import { type Rule, required, unequal, type Violation } from './violation.ts';

const hundred = decimal('100');
const orZero = (text: string | null): Decimal => amountOf(text) ?? zero;

/** A tax in percent of an amount, to the standard's two decimals. */
export const taxOf = (taxable: Decimal, rate: Decimal): Decimal => divide(multiply(taxable, rate), hundred, 2);

/** Reports a total that is not what it should be. One that has to be there is also missed where there is something to sum. */
const totalIs =
  (rule: string, key: keyof EInvoice['totals'], what: string, sum: (invoice: EInvoice) => Decimal, mandatory = true): Rule =>
  (invoice) => {
    const found = amountOf(invoice.totals[key]);
    const expected = rounded(sum(invoice));
    if (found !== null) return unequal(rule, `/totals/${key}`, { found, expected, what });
    return mandatory && !isZero(expected) ? required(rule, `/totals/${key}`, invoice.totals[key], what) : [];
  };

const amountsOf = ({ allowancesCharges }: EInvoice, charge: boolean): AllowanceCharge[] =>
  allowancesCharges.filter((one) => one.charge === charge);

const sumOfAllowances = (invoice: EInvoice, charge: boolean): Decimal =>
  sumOf(amountsOf(invoice, charge).map(({ amount }) => amount));

/** A sum of allowances or charges may be left out only when there are none. */
const givenWhenThere =
  (rule: string, key: 'allowances' | 'charges', what: string): Rule =>
  (invoice) =>
    amountsOf(invoice, key === 'charges').length === 0 ? [] : required(rule, `/totals/${key}`, invoice.totals[key], what);

const withoutVat = ({ totals }: EInvoice): Decimal =>
  add(subtract(orZero(totals.lines), orZero(totals.allowances)), orZero(totals.charges));

const due = ({ totals }: EInvoice): Decimal =>
  add(subtract(orZero(totals.withVat), orZero(totals.paid)), orZero(totals.rounding));

const sumOfTaxes: Rule = (invoice) => {
  if (invoice.vatBreakdown.length === 0) return [];
  const expected = rounded(sumOf(invoice.vatBreakdown.map(({ tax }) => tax)));
  const found = amountOf(invoice.totals.vat);
  // Without a total there is nothing to differ, unless there is tax.
  if (found === null && isZero(expected)) return [];
  return unequal('BR-CO-14', '/totals/vat', { found: found ?? zero, expected, what: 'Total VAT amount (BT-110)' });
};

/** Without a rate there is no tax. Receivers put up with less than one unit of difference. */
function categoryTax({ taxable, tax, vat }: VatBreakdown, index: number): Violation[] {
  const [base, found] = [orZero(taxable), orZero(tax)];
  const expected = taxOf(base, orZero(vat.rate));
  const severity = !isZero(orZero(vat.rate)) && within(found, expected) ? 'warning' : 'fatal';
  return unequal(
    'BR-CO-17',
    `/vatBreakdown/${index}/tax`,
    { found, expected, what: 'VAT category tax amount (BT-117)' },
    severity,
  );
}

const rules: readonly Rule[] = [
  totalIs('BR-CO-10', 'lines', 'Sum of line net amounts (BT-106)', ({ lines }) => sumOf(lines.map(({ net }) => net))),
  totalIs('BR-CO-11', 'allowances', 'Sum of allowances (BT-107)', (invoice) => sumOfAllowances(invoice, false), false),
  givenWhenThere('BR-CO-11', 'allowances', 'Sum of allowances (BT-107)'),
  totalIs('BR-CO-12', 'charges', 'Sum of charges (BT-108)', (invoice) => sumOfAllowances(invoice, true), false),
  givenWhenThere('BR-CO-12', 'charges', 'Sum of charges (BT-108)'),
  totalIs('BR-CO-13', 'withoutVat', 'Total without VAT (BT-109)', withoutVat),
  sumOfTaxes,
  totalIs('BR-CO-15', 'withVat', 'Total with VAT (BT-112)', ({ totals }) => add(orZero(totals.withoutVat), orZero(totals.vat))),
  totalIs('BR-CO-16', 'due', 'Amount due for payment (BT-115)', due),
  ({ vatBreakdown }) => vatBreakdown.flatMap(categoryTax),
];

/** What has to add up: BR-CO-10 to BR-CO-17. */
export const totalsRules = (invoice: EInvoice): Violation[] => rules.flatMap((rule) => rule(invoice));
