import type { Tax, TaxOperation } from './tax.ts';

/** What one tax comes to, in steps of the unit. */
export type TaxUnits = { readonly tax: Tax; readonly base: bigint; readonly amount: bigint };

/** Lines and taxes in steps of the unit. The lines add up to the document: their nets to its net, their taxes to each of its taxes. */
export type Rounded = {
  readonly lines: readonly { readonly net: bigint; readonly taxes: readonly TaxUnits[] }[];
  readonly taxes: readonly TaxUnits[];
};

/** What a document comes to. `gross` is net and owed taxes; `payable` is what is left of it after what is withheld. */
export type Totals = {
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
  readonly withheld: bigint;
  readonly reverseCharged: bigint;
  readonly payable: bigint;
};

export type TaxedDocument = Rounded & Totals;

/** Totals of rounded lines and taxes. */
export function totalsOf({ lines, taxes }: Rounded): Totals {
  const of = (...operations: TaxOperation[]): bigint =>
    taxes.reduce((sum, { tax, amount }) => (operations.includes(tax.operation) ? sum + amount : sum), 0n);
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = of('domestic', 'exempt');
  const withheld = of('withholding');
  const gross = net + tax;
  return { net, tax, gross, withheld, reverseCharged: of('reverse_charge'), payable: gross - withheld };
}
