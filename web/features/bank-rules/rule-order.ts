import type { listMatchingRules } from '@atlas/treasury/contract';
import type { RowOf } from '../list/list-types.ts';

export type Rule = RowOf<typeof listMatchingRules>;

/** What is read again when a rule has changed. */
export const affects = ['treasury.matching_rule', 'treasury.suggestion'];

const step = 10;

/** Where a new rule stands: after the last, as far as places go. */
export const nextPosition = (rules: readonly Pick<Rule, 'position'>[]): number =>
  Math.min(10_000, Math.max(0, ...rules.map(({ position }) => position)) + step);

/** What changes of the places when a rule moves by one: as little as it takes for all of them to differ. */
export function moved<R extends Pick<Rule, 'id' | 'position'>>(
  rules: readonly R[],
  index: number,
  by: -1 | 1,
): { rule: R; position: number }[] {
  const [rule, other] = [rules[index], rules[index + by]];
  if (!rule || !other) return [];
  const order = rules.map((each) => (each === rule ? other : each === other ? rule : each));
  const distinct = new Set(rules.map(({ position }) => position)).size === rules.length;
  const places = rules.map(({ position }, place) => (distinct ? position : (place + 1) * step));
  return order.flatMap((each, place) => {
    const position = places[place] ?? each.position;
    return position === each.position ? [] : [{ rule: each, position }];
  });
}
