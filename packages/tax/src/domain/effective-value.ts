import { AtlasError, type BusinessDate, type Decimal } from '@atlas/kernel';

/** What a tax is from one day on. */
export type DatedValue = { readonly validFrom: BusinessDate; readonly value: Decimal };

/**
 * What a tax is on a day: the value that began last. Their order does not matter.
 *
 * @throws AtlasError `tax.not_in_force` before the first
 */
export function valueOn(values: readonly DatedValue[], date: BusinessDate): Decimal {
  let last: DatedValue | null = null;
  for (const value of values) if (value.validFrom <= date && (last === null || last.validFrom < value.validFrom)) last = value;
  if (last === null) throw new AtlasError('tax.not_in_force', `The tax is not in force on ${date}.`);
  return last.value;
}
