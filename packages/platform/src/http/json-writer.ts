import type { Route } from '@atlas/contract';
import fastJson from 'fast-json-stringify';
import { z } from 'zod';

type Write = (answer: unknown) => string;

const writers = new WeakMap<Route, Write>();

/**
 * Writes answers of a route as JSON text, compiled once from its contract: the fields that it names and no others. As
 * checking an answer and then writing it, in a third of the time.
 *
 * @throws Error when an answer lacks a field that the contract promises
 */
export function jsonWriterOf(route: Route): Write {
  let write = writers.get(route);
  if (!write) {
    const schema = z.toJSONSchema(route.output, { io: 'output', target: 'draft-7', unrepresentable: 'any' });
    write = fastJson(schema as Parameters<typeof fastJson>[0]);
    writers.set(route, write);
  }
  return write;
}
