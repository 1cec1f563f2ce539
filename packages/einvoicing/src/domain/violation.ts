import { type Decimal, decimalText } from '@atlas/kernel';
import { amountText, equal } from './amounts.ts';
import type { EInvoice } from './e-invoice.ts';

export type Problem = 'missing' | 'unequal' | 'not_allowed' | 'invalid';

/** A rule of the standard that an invoice breaks, and where. */
export type Violation = {
  /** As the standard calls it: `BR-CO-15` */
  readonly rule: string;
  /** A warning is a difference that receivers put up with. */
  readonly severity: 'fatal' | 'warning';
  /** JSON pointer into the invoice as it was read */
  readonly place: string;
  readonly problem: Problem;
  readonly expected: string | null;
  readonly found: string | null;
  readonly message: string;
};

export type Rule = (invoice: EInvoice) => readonly Violation[];

const broken = (rule: string, place: string, problem: Problem, message: string): Violation => ({
  rule,
  severity: 'fatal',
  place,
  problem,
  expected: null,
  found: null,
  message,
});

const isMissing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Reports a value that is not there. @param what as the standard names it */
export const required = (rule: string, place: string, value: unknown, what: string): Violation[] =>
  isMissing(value) ? [broken(rule, place, 'missing', `${what} is missing.`)] : [];

/** Reports a value that must not be there. */
export const refused = (rule: string, place: string, isThere: boolean, what: string): Violation[] =>
  isThere ? [broken(rule, place, 'not_allowed', `${what} is not allowed.`)] : [];

export const invalid = (rule: string, place: string, holds: boolean, message: string): Violation[] =>
  holds ? [] : [broken(rule, place, 'invalid', message)];

/** Reports an amount that is not what it is computed from. */
export function unequal(
  rule: string,
  place: string,
  { found, expected, what }: { found: Decimal; expected: Decimal; what: string },
  severity: Violation['severity'] = 'fatal',
): Violation[] {
  if (equal(found, expected)) return [];
  // What is told is what differs, also where it is less than a cent.
  const [is, be] = [found.scale > 2 ? decimalText(found) : amountText(found), amountText(expected)];
  const message = `${what} is ${is} and should be ${be}.`;
  return [{ ...broken(rule, place, 'unequal', message), severity, expected: be, found: is }];
}
