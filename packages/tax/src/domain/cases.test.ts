import { type Decimal, decimal, divideRounded } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { amountOf, type Fraction, fractionOf, type Unit, unitsOf } from './fraction.ts';
import { mapPrice } from './map-price.ts';
import { inOrder, type Tax, type TaxNode } from './tax.ts';
import { taxDocument, taxDocumentInto } from './tax-document.ts';
import { taxLine } from './tax-line.ts';
import cases from './taxes.cases.json' with { type: 'json' };

type Given = {
  readonly type: string;
  readonly amount: number;
  readonly price_included: boolean;
  readonly include_base_amount: boolean;
  readonly is_base_affected: boolean;
  readonly key: string;
  readonly sequence?: number;
  readonly children?: readonly Given[];
};

/** JSON numbers as decimals; JavaScript writes small ones with an exponent. */
const dec = (value: number): Decimal => decimal(value < 1e-4 && value > 0 ? value.toFixed(9) : String(value));
const share = ({ coefficient, scale }: Decimal): Decimal => ({ coefficient, scale: scale + 2 });

function nodeOf(given: Given): TaxNode {
  const sequence = given.sequence ?? 1;
  if (given.type === 'group') return { sequence, group: given.key, children: (given.children ?? []).map(nodeOf) };
  const kind = given.type as Tax['kind'];
  const value = kind === 'fixed' ? dec(given.amount) : share(dec(given.amount));
  const { key, price_included: included, include_base_amount: affectsBase, is_base_affected: baseAffected } = given;
  return { sequence, tax: { key, kind, value, operation: 'domestic', included, affectsBase, baseAffected } };
}

const taxesOf = (given: readonly Given[]): Tax[] => inOrder(given.map(nodeOf));
const cent: Unit = { step: decimal('0.01'), tie: 'half-away-from-zero' };
const six = ({ over, under }: Fraction): bigint => divideRounded(over * 1_000_000n, under);
const sixOf = (value: number): bigint => six(fractionOf(dec(value)));

describe('a line as others work it out', () => {
  it.each(cases.tax_single_line)('$id: $source', (given) => {
    const unit: Unit = { ...cent, step: dec(given.currency_rounding) };
    const settle = (value: Fraction) => (given.rounding === 'round_per_line' ? amountOf(unitsOf(value, unit), unit) : value);
    const line = taxLine(fractionOf(dec(given.price_unit)), fractionOf(dec(given.quantity)), taxesOf(given.taxes), settle);
    expect({
      net: six(line.net),
      gross: six(line.gross),
      taxes: line.taxes.map(({ base, amount }) => [six(base), six(amount)]),
    }).toEqual({
      net: sixOf(given.expect.total_excluded),
      gross: sixOf(given.expect.total_included),
      taxes: given.expect.taxes.map(({ base, amount }) => [sixOf(base), sixOf(amount)]),
    });
  });
});

describe('a document as others work it out', () => {
  it.each(cases.tax_documents)('$id: $source', (given) => {
    const nodes = new Map((given.taxes as readonly Given[]).map((tax) => [tax.key, nodeOf(tax)]));
    const lines = given.lines.map((line: { price_unit: number; quantity?: number; discount?: number; taxes: string[] }) => ({
      unitPrice: dec(line.price_unit),
      quantity: dec(line.quantity ?? 1),
      discount: share(dec(line.discount ?? 0)),
      taxes: inOrder(line.taxes.map((key) => nodes.get(key) as TaxNode)),
    }));
    const mode = given.rounding === 'round_per_line' ? 'line' : 'document';
    const own = taxDocument(lines, mode, cent);
    const books = taxDocumentInto(lines, mode, cent, dec(given.rate ?? 1), cent);
    const figures: Record<string, bigint> = {
      base_amount_currency: own.net,
      tax_amount_currency: own.tax,
      total_amount_currency: own.gross,
      base_amount: books.net,
      tax_amount: books.tax,
      total_amount: books.gross,
    };
    for (const [name, value] of Object.entries(given.expect))
      expect([name, figures[name]]).toEqual([name, unitsOf(fractionOf(dec(value)), cent)]);
  });
});

describe('a price under other taxes, as others map it', () => {
  it.each(cases.price_mapping_between_taxes)('$id: $source', (given) => {
    const mapped = mapPrice(fractionOf(dec(given.price_unit)), taxesOf(given.from_taxes), taxesOf(given.to_taxes));
    expect(mapped).toEqual(fractionOf(dec(given.expect.price_unit)));
  });
});
