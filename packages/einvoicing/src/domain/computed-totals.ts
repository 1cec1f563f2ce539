import { add, subtract, zero } from '@atlas/kernel';
import { amountOf, amountText, sumOf } from './amounts.ts';
import type { EInvoice, VatCategory } from './e-invoice.ts';
import { taxOf } from './rules-totals.ts';

type Part = { readonly code: string; readonly rate: string | null; readonly taxable: string; readonly tax: string };
type Charged = { readonly vat: VatCategory; readonly plus: string | null; readonly minus: string | null };

const chargedOf = ({ lines, allowancesCharges }: EInvoice): Charged[] => [
  ...lines.flatMap(({ vat, net }) => (vat ? [{ vat, plus: net, minus: null }] : [])),
  ...allowancesCharges.flatMap(({ vat, amount, charge }) =>
    vat ? [{ vat, plus: charge ? amount : null, minus: charge ? null : amount }] : [],
  ),
];

/** Rates that are equal are one: 25 and 25.00. */
const keyOf = ({ code, rate }: VatCategory): string => {
  const value = amountOf(rate);
  return `${code ?? ''} ${value === null ? '' : amountText(value)}`;
};

/** BG-23 as the standard computes it: line nets as given, tax on the summed base of each category and rate. */
export function breakdownOf(invoice: EInvoice): Part[] {
  const groups = Map.groupBy(chargedOf(invoice), ({ vat }) => keyOf(vat));
  return [...groups.values()].map((those) => {
    const { code, rate } = those[0]?.vat ?? { code: null, rate: null };
    const taxable = subtract(sumOf(those.map(({ plus }) => plus)), sumOf(those.map(({ minus }) => minus)));
    return { code: code ?? '', rate, taxable: amountText(taxable), tax: amountText(taxOf(taxable, amountOf(rate) ?? zero)) };
  });
}

/** BG-22 as the standard computes it from lines, allowances and charges; paid and rounding amounts as given. */
export function computedTotals(invoice: EInvoice) {
  const of = (charge: boolean) => sumOf(invoice.allowancesCharges.flatMap((one) => (one.charge === charge ? [one.amount] : [])));
  const vatBreakdown = breakdownOf(invoice);
  const lines = sumOf(invoice.lines.map(({ net }) => net));
  const [allowances, charges, vat] = [of(false), of(true), sumOf(vatBreakdown.map(({ tax }) => tax))];
  const withoutVat = add(subtract(lines, allowances), charges);
  const withVat = add(withoutVat, vat);
  const due = add(subtract(withVat, sumOf([invoice.totals.paid])), sumOf([invoice.totals.rounding]));
  return {
    lines: amountText(lines),
    allowances: amountText(allowances),
    charges: amountText(charges),
    withoutVat: amountText(withoutVat),
    vat: amountText(vat),
    withVat: amountText(withVat),
    due: amountText(due),
    vatBreakdown,
  };
}
