import { businessDate, decimal, decimalText, exponentOf } from '@atlas/kernel';
import { query } from '@atlas/platform';
import type { z } from 'zod';
import { calculateTaxes as route, type taxCalculation } from '../contract/calculation.ts';
import type { Unit } from '../domain/fraction.ts';
import { roundOff } from '../domain/round-off.ts';
import type { TaxedDocument, TaxUnits, Totals } from '../domain/rounded.ts';
import { isOwed } from '../domain/tax.ts';
import { type DocumentLine, type RoundingMode, taxDocument, taxDocumentInto } from '../domain/tax-document.ts';
import { loadSettings } from '../settings/settings.repository.ts';
import type { TaxRow } from '../taxes/taxes.repository.ts';
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

const linesOf = (input: Input, taxes: TaxesOn): DocumentLine[] =>
  input.lines.map(({ quantity, unitPrice, discount, taxIds }, index) => ({
    quantity: decimal(quantity),
    unitPrice: decimal(unitPrice),
    discount: decimal(discount),
    taxes: taxes.of(taxIds, `/lines/${index}/taxIds`),
  }));

function booksOf(books: Input['books'], lines: readonly DocumentLine[], mode: RoundingMode, unit: Unit): Output['books'] {
  if (!books) return null;
  const { currency, rate } = books;
  const document = taxDocumentInto(lines, mode, unit, decimal(rate), unitOf(currency, unit.tie));
  return { ...totalsJson(document, currency), taxes: document.taxes.map((each) => taxJson(each, currency)) };
}

export const calculateTaxes = query(route, async (tx, input): Promise<Output> => {
  const { currency, smallestCoin } = input;
  const [settings, taxes] = await Promise.all([
    loadSettings(tx),
    taxesOn(
      tx,
      businessDate(input.date),
      input.lines.flatMap(({ taxIds }) => taxIds),
    ),
  ]);
  const rounding = input.rounding ?? settings.rounding;
  const unit = unitOf(currency, input.tie ?? settings.tie);
  const lines = linesOf(input, taxes);
  const document = taxDocument(lines, rounding, unit);
  const paid = smallestCoin === undefined ? null : roundOff(document.payable, unit, decimal(smallestCoin));
  return {
    rounding,
    ...totalsJson({ ...document, payable: paid?.total ?? document.payable }, currency),
    roundingAdjustment: amountJson(paid?.adjustment ?? 0n, currency),
    taxes: document.taxes.map((each) => documentTax(each, taxes.rows, currency)),
    lines: document.lines.map((each) => lineJson(each, currency)),
    books: booksOf(input.books, lines, rounding, unit),
  };
});
