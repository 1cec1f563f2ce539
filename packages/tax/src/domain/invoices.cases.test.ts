import { type Decimal, decimal } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { amountOf, fraction, fractionOf, type Unit, unitsOf } from './fraction.ts';
import cases from './invoices.cases.json' with { type: 'json' };
import { roundOff } from './round-off.ts';
import type { TaxedDocument } from './rounded.ts';
import type { Tax } from './tax.ts';
import { type DocumentLine, taxDocument } from './tax-document.ts';

type Charge = {
  readonly name?: string;
  readonly type: string;
  readonly rate?: number;
  readonly amount?: number;
  included?: boolean;
};
type Line = { readonly qty: number; readonly rate: number; readonly override?: Readonly<Record<string, number>> };

/** Figures that contradict the others of their case. */
const odd: Readonly<Record<string, string>> = { 'inv-15': 'net 4007.15 and taxes 480.86 are not the stated total of 4488.02' };

const cent: Unit = { step: decimal('0.01'), tie: 'half-away-from-zero' };
const dec = (value: number | string): Decimal => decimal(String(value));
const cents = (value: number | string): bigint => unitsOf(fractionOf(dec(value)), cent);
const percent = (value: number): Decimal => ({ ...dec(value), scale: dec(value).scale + 2 });
const free = decimal('0');

const taxOf = (charge: Charge, index: number, rate = charge.rate): Tax => ({
  key: `${charge.name ?? index} ${rate}`,
  kind: charge.type === 'per_unit' ? 'fixed' : 'percent',
  value: charge.type === 'per_unit' ? dec(charge.amount ?? 0) : percent(rate ?? 0),
  operation: 'domestic',
  included: charge.included === true,
  affectsBase: false,
  baseAffected: true,
});

const linesOf = (lines: readonly Line[], charges: readonly Charge[]): DocumentLine[] =>
  lines.map(({ qty, rate, override }) => ({
    quantity: dec(qty),
    unitPrice: dec(rate),
    discount: free,
    taxes: charges.map((charge, index) => taxOf(charge, index, override?.[charge.name ?? ''] ?? charge.rate)),
  }));

/** A discount on the net: what is left is priced without taxes, and they are worked out anew. */
function discounted(document: TaxedDocument, [line]: readonly DocumentLine[], amount: number): TaxedDocument {
  const { over, under } = amountOf(document.net - cents(amount), cent);
  const { quantity = decimal('1'), taxes = [] } = line ?? {};
  const price = fractionOf(quantity);
  const unitPrice = { coefficient: (over * price.under * 10_000n) / (under * price.over), scale: 4 };
  return taxDocument(
    [{ quantity, unitPrice, discount: free, taxes: taxes.map((tax) => ({ ...tax, included: false })) }],
    'document',
    cent,
  );
}

const summedByName = (document: TaxedDocument, charges: readonly Charge[]): bigint[] =>
  charges.map(({ name }, index) =>
    document.taxes.filter(({ tax }) => tax.key.startsWith(`${name ?? index} `)).reduce((sum, { amount }) => sum + amount, 0n),
  );

describe('invoices as others total them', () => {
  // Stacks of charges stand beside the rule for charges.
  const taxed = cases.invoices.filter(({ taxes }) => taxes.every(({ type }) => type !== 'actual'));
  for (const given of taxed) {
    it(`${given.id}: ${given.title}`, () => {
      const charges: readonly Charge[] = given.taxes;
      const lines = linesOf(given.lines as readonly Line[], charges);
      const mode = charges.filter(({ included }) => included).length > 1 ? 'line' : 'document';
      const listed = taxDocument(lines, mode, cent);
      const document = given.discount ? discounted(listed, lines, given.discount.amount) : listed;
      const { expect: wanted } = given as { expect: Record<string, number | number[]> };
      const figures: Record<string, bigint | bigint[]> = {
        net_total: document.net,
        total_taxes: document.tax,
        grand_total: document.gross,
        tax_amounts: summedByName(document, charges),
        rounding_adjustment: roundOff(document.gross, cent, decimal('1')).adjustment,
        rounded_total: roundOff(document.gross, cent, decimal('1')).total,
      };
      for (const [name, value] of Object.entries(wanted)) {
        if (!(name in figures) || (odd[given.id] && name === 'net_total')) continue;
        expect([name, figures[name]]).toEqual([name, Array.isArray(value) ? value.map(cents) : cents(value)]);
      }
    });
  }
});

const vat = (rate: number): Tax => taxOf({ type: 'on_net_total', rate }, 0);
const oneLine = (price: number | string, ...taxes: Tax[]): DocumentLine => ({
  quantity: decimal('1'),
  unitPrice: dec(price),
  discount: free,
  taxes,
});
const byId = (id: string) => cases.payments.find((given) => given.id === id);

describe('the taxes of documents that are paid in other ways', () => {
  it('pay-05: what the two instalments are of', () => {
    expect(byId('pay-05')?.expect).toMatchObject({ instalments: [200, 36] });
    expect(taxDocument([oneLine(200, vat(18))], 'line', cent)).toMatchObject({ net: cents(200), tax: cents(36) });
  });

  it('pay-07 and pay-09: an early discount takes its share of the tax back', () => {
    const purchase = taxDocument([oneLine(-25, vat(18))], 'line', cent);
    expect(byId('pay-07')?.expect).toMatchObject({
      gain_on_expense: -25,
      gain_on_tax: -4.5,
      single_deduction_alternative: -29.5,
    });
    expect([purchase.net, purchase.tax, purchase.gross]).toEqual([-25, -4.5, -29.5].map(cents));
    expect(byId('pay-09')?.expect).toMatchObject({ payment_postings: { tax_adjustment: -22.5, discount_taken: -150 } });
    expect(taxDocument([oneLine(-150, vat(15))], 'line', cent)).toMatchObject({ net: cents(-150), tax: cents(-22.5) });
  });

  it('pay-11: tax on the discounted base, and an amount a unit', () => {
    const each = taxOf({ type: 'per_unit', amount: 0.05 }, 1);
    const base = { ...oneLine(1000, vat(15), each), discount: percent(10) };
    expect(byId('pay-11')?.expect).toMatchObject({ untaxed: 1000, tax: 135.05 });
    expect(taxDocument([base], 'line', cent).tax).toBe(cents(135.05));
  });

  it('pay-13: a line with tax and one with none', () => {
    const lines = [{ ...oneLine(40, vat(10)), quantity: decimal('5') }, oneLine(20, vat(0))];
    expect(byId('pay-13')?.expect).toMatchObject({ untaxed: 220, tax: 20, total: 240 });
    expect(taxDocument(lines, 'line', cent)).toMatchObject({ net: cents(220), tax: cents(20), gross: cents(240) });
  });

  it.each(['line', 'document'] as const)(
    'pay-17: what is less than half a cent is nothing on each line, rounded by %s',
    (mode) => {
      expect(byId('pay-17')?.expect).toMatchObject({ untaxed: 0, tax_base_equals_untaxed: true });
      expect(taxDocument([oneLine('0.0035'), oneLine('0.0035')], mode, cent).net).toBe(0n);
    },
  );

  it('a total is paid in the smallest coins there are', () => {
    const francs: Unit = { ...cent };
    expect(roundOff(1_072n, francs, decimal('0.05'))).toEqual({ total: 1_070n, adjustment: -2n });
    expect(amountOf(1_070n, francs)).toEqual(fraction(107n, 10n));
  });
});
