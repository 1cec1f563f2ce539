import type { Decimal } from '@atlas/kernel';
import { amountOf, type Unit, unitsOf } from './fraction.ts';

/** A total as it is paid where the smallest coins are larger than the unit: to whole rupees, to five centimes. */
export type RoundedOff = { readonly total: bigint; readonly adjustment: bigint };

/** @param to the smallest amount that is paid, a multiple of the unit */
export function roundOff(total: bigint, unit: Unit, to: Decimal): RoundedOff {
  const coin: Unit = { step: to, tie: unit.tie };
  const paid = unitsOf(amountOf(unitsOf(amountOf(total, unit), coin), coin), unit);
  return { total: paid, adjustment: paid - total };
}
