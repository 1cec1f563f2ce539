import type { Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { leaves, replacedAt } from './inputs.ts';
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
