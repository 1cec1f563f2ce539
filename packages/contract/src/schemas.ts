import { currencies, isBusinessDate } from '@atlas/kernel';
import { z } from 'zod';

/** A UUID as text. */
export const id = z.uuid().meta({ description: 'UUID' });

/** A day, `YYYY-MM-DD`, that exists. */
export const date = z
  .string()
  .refine(isBusinessDate, 'not a day (YYYY-MM-DD)')
  .meta({ format: 'date', examples: ['2026-03-31'] });

/** An instant, RFC 3339 in UTC. */
export const instant = z.iso.datetime().meta({ examples: ['2026-03-31T12:00:00.000Z'] });

export const currencyCode = z.enum(currencies as [string, ...string[]]).meta({ id: 'Currency', description: 'ISO 4217 code' });

/** Plain decimal text, exact: no exponent, no separators. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,9})?$/, 'not a decimal number')
  .meta({ examples: ['12.5'] });

export const positiveDecimal = decimal.refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), 'must be more than zero');
export const nonNegativeDecimal = decimal.refine((text) => !text.startsWith('-'), 'must not be negative');

/** A share between 0 and 1, such as a discount or a tax rate. */
export const share = decimal
  .refine((text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text), 'must be between 0 and 1')
  .meta({ examples: ['0.19'], description: 'Share of one: 0.19 is 19 %' });

/** An amount as decimal text with the decimals of its currency. */
export const amount = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,4})?$/, 'not an amount')
  .meta({ examples: ['1234.50'] });

/** What is told may be the sum of many that are written. */
const sum = z
  .string()
  .regex(/^-?\d{1,19}(\.\d{1,4})?$/, 'not an amount')
  .meta({ examples: ['1234.50'] });

export const money = z
  .object({ amount: sum, currency: currencyCode })
  .meta({ id: 'Money', description: 'Decimal text and ISO 4217 code; never a float' });

/** A surrogate without its other half is no text: it cannot be stored as UTF-8. */
const isWellFormed = (text: string): boolean => text.isWellFormed();
const halfCharacter = 'contains half a character';

/** A schema for each limit, made once: contracts ask for the same few again and again, and each costs a start some time. */
function byLimit<T>(make: (max: number) => T): (max: number) => T {
  const made = new Map<number, T>();
  return (max) => {
    const known = made.get(max) ?? make(max);
    made.set(max, known);
    return known;
  };
}

/** One line of text that a person typed: trimmed, not empty, without control characters. */
export const line = byLimit((max) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'must not contain control characters')
    .refine(isWellFormed, halfCharacter),
);

/** Several lines of text; only what PostgreSQL cannot store is refused: NUL and half a character. */
export const paragraph = byLimit((max) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\u0000'), 'must not contain NUL')
    .refine(isWellFormed, halfCharacter),
);

/** The version of an editable resource; over HTTP it travels as ETag and If-Match. */
export const version = z.int().min(1).meta({ description: 'Version of the resource (HTTP: If-Match)' });

/** A flag in a query string. */
export const queryFlag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Some ids in a query string, each with the name: a single one arrives as text. */
export const queryIds = z.preprocess(
  (given: string | readonly string[]) => (typeof given === 'string' ? [given] : given),
  z.array(id).max(50),
);
