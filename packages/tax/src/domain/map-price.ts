import { AtlasError } from '@atlas/kernel';
import { dividedBy, type Fraction, minus, nothing, whole } from './fraction.ts';
import type { Tax } from './tax.ts';
import { taxLine } from './tax-line.ts';

const netOf = (price: Fraction, taxes: readonly Tax[]): Fraction => taxLine(price, whole, taxes, (value) => value).net;

const negated = (value: Fraction): Fraction => minus(nothing, value);

/** The price of one unit, with its included taxes, that leaves `net` without them. @throws AtlasError `tax.indivisible` */
export function priceFor(net: Fraction, taxes: readonly Tax[]): Fraction {
  const atNothing = netOf(nothing, taxes);
  const slope = minus(netOf(whole, taxes), atNothing);
  if (slope.over === 0n)
    throw new AtlasError('tax.indivisible', 'These taxes are the whole price: nothing is left without them.');
  return dividedBy(minus(net, atNothing), slope);
}

/**
 * The price under other taxes. A price that has all of its taxes in it is taken apart and put together anew, so that what is left
 * without taxes stays; a price that has not is one without taxes already, and stays as it is.
 *
 * @throws AtlasError `tax.indivisible`
 */
export function mapPrice(price: Fraction, from: readonly Tax[], to: readonly Tax[]): Fraction {
  if (from.some(({ included }) => !included)) return price;
  // Below zero everything is what it is above, with the other sign: fixed taxes, too.
  if (price.over < 0n) return negated(mapPrice(negated(price), from, to));
  return priceFor(netOf(price, from), to);
}
