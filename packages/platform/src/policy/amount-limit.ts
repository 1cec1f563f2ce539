import type { Route } from '@atlas/contract';
import { AtlasError, compare, decimal, decimalText } from '@atlas/kernel';
import type { Actor } from '../context.ts';

/** The values that a JSON pointer names in an answer; `*` stands for each item of a list. */
function valuesAt(answer: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [answer];
  if (step === '*') return Array.isArray(answer) ? answer.flatMap((item) => valuesAt(item, rest)) : [];
  return typeof answer === 'object' && answer !== null && step in answer
    ? valuesAt((answer as Readonly<Record<string, unknown>>)[step], rest)
    : [];
}

/** The amount of money, or of decimal text, without its sign. */
function amountOf(value: unknown) {
  const text = typeof value === 'string' ? value : (value as { amount?: unknown } | null)?.amount;
  if (typeof text !== 'string') throw new Error('a declared amount is money or decimal text');
  return decimal(text.replace(/^-/, ''));
}

/**
 * Holds a document to the limit of who made it. Each document counts for itself; a batch is refused for one of them.
 *
 * @throws AtlasError `amount_limit`
 */
export function checkAmount(actor: Actor, { name, amount }: Route, answer: unknown): void {
  const limit = amount === undefined ? null : (actor.limit?.(name) ?? null);
  if (amount === undefined || limit === null) return;
  const most = decimal(limit);
  const values = valuesAt(answer, amount.split('/').slice(1));
  for (const value of values.map(amountOf)) {
    if (compare(value, most) <= 0) continue;
    const details = { limit, amount: decimalText(value) };
    throw new AtlasError('amount_limit', `Your roles allow up to ${limit} here; this is ${details.amount}.`, details);
  }
}
