import { dividedBy, type Fraction, fraction, fractionOf, type Unit } from './fraction.ts';

/** How often `under` goes into `over`, rounded down also below zero, and what is left of it. */
function downward({ over, under }: Fraction): [bigint, Fraction] {
  const floor = over >= 0n || over % under === 0n ? over / under : over / under - 1n;
  return [floor, fraction(over - floor * under, under)];
}

/**
 * Lays a rounded total out over the amounts that it is the sum of: each is rounded down, and the steps that are left go one by one
 * to where the most was cut off; of equals, to the earlier. No part is a whole step away from its exact amount.
 *
 * @param total in steps, the rounded sum of `parts`
 */
export function spread(total: bigint, parts: readonly Fraction[], unit: Unit): bigint[] {
  const cut = parts.map((part, index) => {
    const [floor, rest] = downward(dividedBy(part, fractionOf(unit.step)));
    return { index, floor, rest };
  });
  const left = total - cut.reduce((sum, { floor }) => sum + floor, 0n);
  const byRest = [...cut].sort((a, b) => {
    const difference = b.rest.over * a.rest.under - a.rest.over * b.rest.under;
    return difference === 0n ? a.index - b.index : difference > 0n ? 1 : -1;
  });
  const lucky = new Set(byRest.slice(0, Number(left)).map(({ index }) => index));
  return cut.map(({ index, floor }) => floor + (lucky.has(index) ? 1n : 0n));
}
