import { AtlasError } from '@atlas/kernel';
import type { ChargeBase } from './charges.ts';

/** A charge as somebody writes it. */
type Written = {
  readonly amount?: string | undefined;
  readonly share?: string | undefined;
  readonly of: ChargeBase;
  readonly through?: number | undefined;
  readonly taxIds: readonly string[] | null;
};

/** What does not go together, with the field that says it. `place` counts from one. */
const refusals: readonly [field: string, message: string, refused: (charge: Written, place: number) => boolean][] = [
  ['amount', 'It is an amount or a share.', ({ amount, share }) => (amount === undefined) === (share === undefined)],
  [
    'of',
    'An amount is what it is: only a share is of a charge or a total.',
    ({ amount, of }) => amount !== undefined && (of === 'charge' || of === 'total'),
  ],
  ['of', 'There is no charge before this one.', ({ of }, place) => of === 'charge' && place === 1],
  [
    'through',
    'It is of a charge that stands before it.',
    ({ of, through }, place) => through !== undefined && ((of !== 'charge' && of !== 'total') || through >= place),
  ],
  [
    'taxIds',
    'What the whole document changes by owes what the lines owe.',
    ({ of, taxIds }) => of === 'document' && taxIds !== null,
  ],
];

const refuse = (pointer: string, message: string): never => {
  throw new AtlasError('tax.invalid_charge', message, { errors: [{ pointer, code: 'tax.invalid_charge', message }] });
};

/**
 * The charges of a document are each on something that stands before them, and one at most is of the whole document.
 *
 * @param at JSON pointer of the document in the input
 * @throws AtlasError `tax.invalid_charge`
 */
export function checkCharges(charges: readonly Written[], at: string): void {
  for (const [index, charge] of charges.entries()) {
    const found = refusals.find(([, , refused]) => refused(charge, index + 1));
    if (found) refuse(`${at}/charges/${index}/${found[0]}`, found[1]);
    const isSecond = charge.of === 'document' && charges.slice(0, index).some(({ of }) => of === 'document');
    if (isSecond) refuse(`${at}/charges/${index}/of`, 'One charge at most is of the whole document.');
  }
}
