import { AtlasError } from '@atlas/kernel';

export type BillTotals = {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** What the document rounds its total by. */
  readonly roundingMinor: bigint;
  /** Net, tax and rounding. */
  readonly grossMinor: bigint;
};

/** What is rounded is less than this: one, in currencies with cents. More is not rounding, it is a line that is missing. */
const roundingBelowMinor = 100n;

/** @throws AtlasError `purchasing.rounding_too_large` */
export function billTotals(netMinor: bigint, taxMinor: bigint, roundingMinor: bigint): BillTotals {
  if (roundingMinor >= roundingBelowMinor || -roundingMinor >= roundingBelowMinor) {
    const message = 'A document is rounded by less than one. Enter what is missing as a line.';
    throw new AtlasError('purchasing.rounding_too_large', message, {
      errors: [{ pointer: '/rounding', code: 'purchasing.rounding_too_large', message }],
    });
  }
  return { netMinor, taxMinor, roundingMinor, grossMinor: netMinor + taxMinor + roundingMinor };
}

/**
 * What is posted is what the supplier asks for, to the cent.
 *
 * @param totalMinor as the document says; null when nobody said
 * @throws AtlasError `purchasing.nothing_to_post`, `purchasing.total_differs`
 */
export function checkTotal(grossMinor: bigint, totalMinor: bigint | null): void {
  if (grossMinor <= 0n)
    throw new AtlasError('purchasing.nothing_to_post', 'The total of the document is zero or less: there is nothing to post.');
  if (totalMinor === null || totalMinor === grossMinor) return;
  const message = `The lines come to ${grossMinor} minor units, the supplier's total is ${totalMinor}.`;
  throw new AtlasError('purchasing.total_differs', message, {
    differenceMinor: (totalMinor - grossMinor).toString(),
    errors: [{ pointer: '/total', code: 'purchasing.total_differs', message }],
  });
}
