import { amountOf, decimalsOf } from './amounts.ts';
import type { AllowanceCharge, EInvoice } from './e-invoice.ts';
import { invalid, type Violation } from './violation.ts';

type Written = { readonly rule: string | null; readonly place: string; readonly text: string | null };

const totalRules = {
  lines: 'BR-DEC-09',
  allowances: 'BR-DEC-10',
  charges: 'BR-DEC-11',
  withoutVat: 'BR-DEC-12',
  vat: 'BR-DEC-13',
  withVat: 'BR-DEC-14',
  vatInTaxCurrency: 'BR-DEC-15',
  paid: 'BR-DEC-16',
  rounding: 'BR-DEC-17',
  due: 'BR-DEC-18',
} as const;

const ofAllowance = (at: string, one: AllowanceCharge, [amount, base]: readonly [string, string]): Written[] => [
  { rule: amount, place: `${at}/amount`, text: one.amount },
  { rule: base, place: `${at}/baseAmount`, text: one.baseAmount },
  { rule: null, place: `${at}/percentage`, text: one.percentage },
  { rule: null, place: `${at}/vat/rate`, text: one.vat?.rate ?? null },
];

/** Every number of an invoice, with the rule that holds its decimals to two. */
function numbersOf(invoice: EInvoice): Written[] {
  const keys = Object.keys(totalRules) as (keyof typeof totalRules)[];
  return [
    ...keys.map((key) => ({ rule: totalRules[key], place: `/totals/${key}`, text: invoice.totals[key] })),
    ...invoice.allowancesCharges.flatMap((one, index) =>
      ofAllowance(`/allowancesCharges/${index}`, one, one.charge ? ['BR-DEC-05', 'BR-DEC-06'] : ['BR-DEC-01', 'BR-DEC-02']),
    ),
    ...invoice.vatBreakdown.flatMap(({ taxable, tax, vat }, index) => [
      { rule: 'BR-DEC-19', place: `/vatBreakdown/${index}/taxable`, text: taxable },
      { rule: 'BR-DEC-20', place: `/vatBreakdown/${index}/tax`, text: tax },
      { rule: null, place: `/vatBreakdown/${index}/vat/rate`, text: vat.rate },
    ]),
    ...invoice.lines.flatMap(({ quantity, net, vat, price, allowancesCharges }, index) => [
      { rule: 'BR-DEC-23', place: `/lines/${index}/net`, text: net },
      { rule: null, place: `/lines/${index}/quantity`, text: quantity },
      { rule: null, place: `/lines/${index}/vat/rate`, text: vat?.rate ?? null },
      ...Object.entries(price).map(([key, text]) => ({ rule: null, place: `/lines/${index}/price/${key}`, text })),
      ...allowancesCharges.flatMap((one, position) =>
        ofAllowance(
          `/lines/${index}/allowancesCharges/${position}`,
          one,
          one.charge ? ['BR-DEC-27', 'BR-DEC-28'] : ['BR-DEC-24', 'BR-DEC-25'],
        ),
      ),
    ]),
  ];
}

/** Amounts have two decimals at most (BR-DEC-01 to BR-DEC-28), and everything that is a number reads as one. */
export const decimalRules = (invoice: EInvoice): Violation[] =>
  numbersOf(invoice).flatMap(({ rule, place, text }) => {
    const readable = text === null || amountOf(text) !== null;
    return [
      ...invalid('SYNTAX', place, readable, `"${text?.slice(0, 40)}" is not a decimal number.`),
      ...(rule ? invalid(rule, place, decimalsOf(text) <= 2, 'An amount has two decimals at most.') : []),
    ];
  });
