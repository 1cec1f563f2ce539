import { isQuery, type Route } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Ctx } from '../context.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The pointers to what is hidden in answers of a route, as steps. */
const hiddenIn = ({ hides = [] }: Ctx, { maskable = [] }: Route): string[][] =>
  hides.length === 0
    ? []
    : maskable.map((pointer) => pointer.split('/').slice(1)).filter((steps) => hides.includes(steps.at(-1) ?? ''));

function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return null;
  if (step === '*') return Array.isArray(value) ? value.map((item) => without(item, rest)) : value;
  return isRecord(value) && step in value ? { ...value, [step]: without(value[step], rest) } : value;
}

/** An answer without what is hidden from who asked: null in its place. */
export const masked = <T>(ctx: Ctx, route: Route, answer: T): T =>
  hiddenIn(ctx, route).reduce<unknown>((value, steps) => without(value, steps), answer) as T;

/** Every key of an input at any depth that holds something, as the steps to it. */
function* keysOf(value: unknown, isEmpty: (item: unknown) => boolean, path: readonly string[] = []): Generator<string[]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* keysOf(item, isEmpty, [...path, String(index)]);
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (isEmpty(item)) continue;
    yield [...path, key];
    yield* keysOf(item, isEmpty, [...path, key]);
  }
}

/** Where an input sorts by a hidden field, names one, or would replace a list whose items have one. */
function hiddenStep(ctx: Ctx, route: Route, input: Json): string[] | undefined {
  const hidden = hiddenIn(ctx, route);
  const fields = new Set(hidden.map((steps) => steps.at(-1)));
  if (fields.size === 0) return undefined;
  if (typeof input.sort === 'string' && fields.has(input.sort.replace(/^-/, ''))) return ['sort'];
  const edits = !isQuery(route) && 'version' in route.input.shape;
  const replaced = edits ? hidden.filter((steps) => steps.length > 1) : [];
  // Nothing is written by null into what is new; into what is there it would be.
  const isEmpty = (item: unknown): boolean => item === undefined || (item === null && !edits);
  return [...keysOf(input, isEmpty)].find(
    (path) => fields.has(path.at(-1)) || (path.length === 1 && replaced.some(([first]) => first === path[0])),
  );
}

/**
 * Refuses an input that names what is hidden from its author: nobody writes, filters or sorts by what they may not see,
 * nor overwrites it by a list that was shown to them without it.
 *
 * @throws AtlasError `forbidden_field`
 */
export function refuseHidden(ctx: Ctx, route: Route, input: unknown): void {
  const step = isRecord(input) ? hiddenStep(ctx, route, input) : undefined;
  if (step === undefined) return;
  const message = `Your roles hide "${step.at(-1)}" or a part of it: leave it out.`;
  throw new AtlasError('forbidden_field', message, {
    errors: [{ pointer: `/${step.join('/')}`, code: 'forbidden_field', message }],
  });
}
