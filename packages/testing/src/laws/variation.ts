import type { Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { replacedAt } from './input-ids.ts';
import type { Input } from './scenario.ts';

/** Another value of the same sort. */
function otherThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return [];
  const date = /^(\d{4})(-\d{2}-\d{2})$/.exec(value);
  if (date) return [`${Number(date[1]) + 1}${date[2]}`];
  return [`${value} 2`, `${value}1`, uuidv7()];
}

function* leaves(value: unknown, path: readonly (string | number)[] = []): Generator<[readonly (string | number)[], unknown]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* leaves(item, [...path, name]);
  else yield [path, value];
}

/** A valid input that differs in one place, or null when the operation takes nothing that could differ. */
export function variationOf(route: Route, input: Input): Input | null {
  for (const [path, value] of leaves(input)) {
    for (const other of otherThan(value)) {
      const varied = replacedAt(input, path, other) as Input;
      if (route.input.safeParse(varied).success) return varied;
    }
  }
  return null;
}
