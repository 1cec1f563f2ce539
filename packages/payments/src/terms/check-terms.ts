import { AtlasError, compare, decimal, one } from '@atlas/kernel';
import type { Terms } from './terms.repository.ts';

function refuse(pointer: string, message: string): never {
  throw new AtlasError('payments.invalid_terms', message, { errors: [{ pointer, code: 'payments.invalid_terms', message }] });
}

/**
 * Each line but the one that takes the rest states a share or an amount, shares are no more than one, and an early discount
 * goes with one payment.
 *
 * @throws AtlasError `payments.invalid_terms`
 */
export function checkTerms({ lines, discount }: Pick<Terms, 'lines' | 'discount'>): void {
  for (const [index, { kind, value }] of lines.entries()) {
    const pointer = `/lines/${index}/value`;
    if ((kind === 'rest') !== (value === null)) refuse(pointer, 'What takes the rest states no value; every other line does.');
    const isShare = kind === 'percent' || kind === 'percent_of_rest';
    if (isShare && compare(decimal(value ?? '0'), one) > 0) refuse(pointer, 'A share is no more than one: 0.3 is 30 %.');
  }
  if (discount && lines.length > 1) refuse('/discount', 'An early discount goes with a single payment.');
}
