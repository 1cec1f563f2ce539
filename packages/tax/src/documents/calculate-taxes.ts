import { businessDate, decimal, decimalText, exponentOf } from '@atlas/kernel';
import { query } from '@atlas/platform';
import type { z } from 'zod';
import { calculateTaxes as route, type taxCalculation } from '../contract/calculation.ts';
import { chargeDocument } from '../domain/charges.ts';
import type { Unit } from '../domain/fraction.ts';
import { roundOff } from '../domain/round-off.ts';
import type { TaxedDocument, TaxUnits, Totals } from '../domain/rounded.ts';
import { isOwed } from '../domain/tax.ts';
import { type DocumentLine, type RoundingMode, taxDocumentInto } from '../domain/tax-document.ts';
import { unsaid } from '../settings/settings.repository.ts';
import type { TaxRow } from '../taxes/taxes.repository.ts';
import { chargesOf } from './charges-of.ts';
import { loadTaxTerms } from './tax-terms.repository.ts';
import { type TaxesOn, taxesOn } from './taxes-on.ts';
import { amountJson } from './within-reach.ts';

type Input = z.output<typeof route.input>;
type Output = z.input<typeof taxCalculation>;

const unitOf = (currency: string, tie: Unit['tie']): Unit => ({ step: { coefficient: 1n, scale: exponentOf(currency) }, tie });

const totalsJson = ({ net, tax, gross, withheld, reverseCharged, payable }: Totals, currency: string) => ({
  net: amountJson(net, currency),
  tax: amountJson(tax, currency),
  gross: amountJson(gross, currency),
  withheld: amountJson(withheld, currency),
  reverseCharged: amountJson(reverseCharged, currency),
  payable: amountJson(payable, currency),
});

const taxJson = ({ tax, base, amount }: TaxUnits, currency: string) => ({
  taxId: tax.key,
  base: amountJson(base, currency),
  amount: amountJson(amount, currency),
});

function documentTax(units: TaxUnits, rows: TaxesOn['rows'], currency: string): Output['taxes'][number] {
  const { code, name, operation, exemptionCode, exemptionReason } = rows.get(units.tax.key) as TaxRow;
  const value = decimalText(units.tax.value);
  return { ...taxJson(units, currency), code, name, operation, value, exemptionCode, exemptionReason };
}

function lineJson({ net, taxes }: TaxedDocument['lines'][number], currency: string): Output['lines'][number] {
  const tax = taxes.reduce((sum, each) => (isOwed(each.tax) ? sum + each.amount : sum), 0n);
  return {
    net: amountJson(net, currency),
    tax: amountJson(tax, currency),
    gross: amountJson(net + tax, currency),
    taxes: taxes.map((each) => taxJson(each, currency)),
  };
}

/** What the parts of each charge come to together. */
function chargesJson(parts: readonly number[], lines: TaxedDocument['lines'], input: Input): Output['charges'] {
  return input.charges.map((_, charge) => {
    const own = lines.filter((_line, index) => parts[index] === charge);
    const net = own.reduce((sum, line) => sum + line.net, 0n);
    const owed = own.flatMap(({ taxes }) => taxes).filter((each) => isOwed(each.tax));
    const tax = owed.reduce((sum, { amount }) => sum + amount, 0n);
    const { currency } = input;
    return { net: amountJson(net, currency), tax: amountJson(tax, currency), gross: amountJson(net + tax, currency) };
  });
}

const linesOf = (input: Input, taxes: TaxesOn): DocumentLine[] =>
  input.lines.map(({ quantity, unitPrice, discount, taxIds }, index) => ({
    quantity: decimal(quantity),
    unitPrice: decimal(unitPrice),
    discount: decimal(discount),
    taxes: taxes.of(taxIds, businessDate(input.date), `/lines/${index}/taxIds`),
  }));

function booksOf(books: Input['books'], lines: readonly DocumentLine[], mode: RoundingMode, unit: Unit): Output['books'] {
  if (!books) return null;
  const { currency, rate } = books;
  const document = taxDocumentInto(lines, mode, unit, decimal(rate), unitOf(currency, unit.tie));
  return { ...totalsJson(document, currency), taxes: document.taxes.map((each) => taxJson(each, currency)) };
}

export const calculateTaxes = query(route, async (tx, input): Promise<Output> => {
  const { currency, smallestCoin } = input;
  const terms = await loadTaxTerms(tx, [...new Set([...input.lines, ...input.charges].flatMap(({ taxIds }) => taxIds ?? []))]);
  const settings = terms.settings ?? unsaid;
  const taxes = taxesOn(terms.taxes);
  const rounding = input.rounding ?? settings.rounding;
  const unit = unitOf(currency, input.tie ?? settings.tie);
  const charges = chargesOf({ ...input, date: businessDate(input.date) }, taxes, '');
  const { document, lines, parts } = chargeDocument(linesOf(input, taxes), charges, rounding, unit);
  const count = input.lines.length;
  const paid = smallestCoin === undefined ? null : roundOff(document.payable, unit, decimal(smallestCoin));
  return {
    rounding,
    ...totalsJson({ ...document, payable: paid?.total ?? document.payable }, currency),
    roundingAdjustment: amountJson(paid?.adjustment ?? 0n, currency),
    taxes: document.taxes.map((each) => documentTax(each, taxes.rows, currency)),
    lines: document.lines.slice(0, count).map((each) => lineJson(each, currency)),
    charges: chargesJson(parts, document.lines.slice(count), input),
    books: booksOf(input.books, lines, rounding, unit),
  };
});
