export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Money is one value to a reader. */
export const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  isRecord(value) && Object.keys(value).length === 2 && 'amount' in value && 'currency' in value;

/** Everything that a record holds, by the way to it: `address.city`, `lines.1.quantity`. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  const below = (entries: readonly (readonly [string, unknown])[]) =>
    entries.flatMap(([key, each]) => leavesOf(each, path === '' ? key : `${path}.${key}`));
  if (Array.isArray(value)) return below(value.map((each, index) => [String(index + 1), each]));
  if (isRecord(value) && !isMoney(value)) return below(Object.entries(value));
  return value === undefined ? [] : [[path, value]];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is different between two states of a record, field by field, in the order of the later one. What stayed is left out. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, now] = [new Map(leavesOf(before ?? {})), new Map(leavesOf(after ?? {}))];
  const paths = [...now.keys(), ...[...old.keys()].filter((path) => !now.has(path))];
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => !same(change.before, change.after));
}
