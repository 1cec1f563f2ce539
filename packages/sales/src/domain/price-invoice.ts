import {
  type Currency,
  decimal,
  decimalOf,
  multiply,
  one,
  type Quantity,
  type Rate,
  roundToMoney,
  subtract,
} from '@atlas/kernel';

/** A line as it is priced. `taxRate` is a share of the net; `discount` a share taken off. */
export type LineTerms = {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxRate: string;
};

export type PricedLine = { readonly netMinor: bigint; readonly taxMinor: bigint };
export type Totals = { readonly netMinor: bigint; readonly taxMinor: bigint; readonly grossMinor: bigint };

/**
 * Net = quantity × unit price × (1 − discount), settled to the cent half away from zero; tax = net × rate, settled the
 * same way line by line (EN 16931 rounds so; taxes per line keep a document the sum of its lines).
 */
export function priceLine(line: LineTerms, currency: Currency): PricedLine {
  const quantity: Quantity = decimal(line.quantity);
  const kept: Rate = subtract(one, decimal(line.discount));
  const net = roundToMoney(multiply(multiply(quantity, decimal(line.unitPrice)), kept), currency);
  const tax = roundToMoney(multiply(decimalOf(net), decimal(line.taxRate)), currency);
  return { netMinor: net.minor, taxMinor: tax.minor };
}

export function totalsOf(lines: readonly PricedLine[]): Totals {
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0n);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  return { netMinor, taxMinor, grossMinor: netMinor + taxMinor };
}
