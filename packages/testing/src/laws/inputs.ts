import type { Route } from '@atlas/contract';
import { z } from 'zod';
import type { Input } from './scenario.ts';

type Json = { readonly [key: string]: unknown };
type Path = readonly (string | number)[];

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

/** Where the input schema takes ids: `lines.*.productId`. */
export function idFields(route: Route): string[] {
  const root = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Json;
  const found = new Set<string>();
  const walk = (schema: Json, path: string): void => {
    const { $ref } = schema;
    if (typeof $ref === 'string') walk(record(record(root.$defs)[$ref.split('/').at(-1) ?? '']), path);
    if (schema.format === 'uuid') found.add(path);
    for (const parts of [schema.anyOf, schema.oneOf, schema.allOf])
      if (Array.isArray(parts)) for (const part of parts) walk(record(part), path);
    if (schema.items) walk(record(schema.items), `${path}.*`);
    for (const [name, part] of Object.entries(record(schema.properties)))
      walk(record(part), path === '' ? name : `${path}.${name}`);
  };
  walk(root, '');
  return [...found];
}

/** The places in an input that a field such as `lines.*.productId` names and that hold an id. */
export function placesOf(input: Input, field: string): Path[] {
  let places: Path[] = [[]];
  for (const step of field.split('.')) {
    places = places.flatMap((place): Path[] => {
      const value = valueAt(input, place);
      if (step === '*') return Array.isArray(value) ? value.map((_item, index) => [...place, index]) : [];
      return step in record(value) ? [[...place, step]] : [];
    });
  }
  return places.filter((place) => typeof valueAt(input, place) === 'string');
}

/** The value at a place. */
export const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], input);

/** The input with another value at one place. */
export function replacedAt(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(input)) return input.map((item, index) => (index === step ? replacedAt(item, rest, value) : item));
  return { ...record(input), [step]: replacedAt(record(input)[step], rest, value) };
}

/** Every value in an input that is no list and no record, with its place. */
export function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* leaves(item, [...path, name]);
  else yield [path, value];
}
