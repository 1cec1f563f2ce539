import { AtlasError } from '@atlas/kernel';
import { dividedBy, type Fraction, fractionOf, minus, sum, times, whole } from './fraction.ts';
import { isOwed, type Tax } from './tax.ts';

/** Which taxes each tax has in its base besides the net, and which are worked out at once. */
export type Bases = { readonly sees: readonly (readonly boolean[])[]; readonly batch: readonly number[] };

/**
 * Whether a tax has an earlier one in its base. A surtax has those that it names. Another has one that affects bases, unless it is not affected by others. One that is not
 * in the price has, besides, those that are: it is worked out on the price as it is written.
 */
const has = (later: Tax, earlier: Tax): boolean =>
  later.on?.includes(earlier.key) ?? (later.baseAffected && (earlier.affectsBase || (earlier.included && !later.included)));

/** Neighbours of one kind of which none has another in its base are worked out at once: shares of one price. */
function batchesOf(taxes: readonly Tax[]): number[] {
  const batch: number[] = [];
  taxes.forEach((tax, index) => {
    const last = batch[index - 1] ?? -1;
    const members = taxes.filter((_, other) => batch[other] === last);
    const joins = members.every(
      (member) =>
        member.kind === tax.kind &&
        member.included === tax.included &&
        isOwed(member) === isOwed(tax) &&
        member.baseAffected === tax.baseAffected &&
        !has(tax, member),
    );
    batch.push(index > 0 && joins ? last : last + 1);
  });
  return batch;
}

export function basesOf(taxes: readonly Tax[]): Bases {
  const sees = taxes.map((later, index) => taxes.map((earlier, other) => other < index && has(later, earlier)));
  return { sees, batch: batchesOf(taxes) };
}

/** The taxes of a line, with what their bases are made of, and the units that fixed ones are owed on. */
export type LineTaxes = { readonly taxes: readonly Tax[]; readonly bases: Bases; readonly units: Fraction };

/** @throws AtlasError `tax.indivisible` */
export const indivisible = (): never => {
  throw new AtlasError('tax.indivisible', 'No price has taxes in it that are as large as the price, or larger.');
};

/** What a tax that is not in the price comes to on a base that is known. @throws AtlasError `tax.indivisible` */
export function shareOf(tax: Tax, index: number, base: Fraction, { taxes, bases, units }: LineTaxes): Fraction {
  const value = fractionOf(tax.value);
  if (tax.kind === 'fixed') return times(units, value);
  if (tax.kind === 'percent' || tax.kind === 'surtax') return times(base, value);
  const batch = taxes.filter((_, other) => bases.batch[other] === bases.batch[index]);
  const left = minus(whole, sum(batch.map((each) => fractionOf(each.value))));
  return left.over > 0n ? dividedBy(times(base, value), left) : indivisible();
}
