import { createHash } from 'node:crypto';
import { assert } from '@atlas/kernel';
import type { Types } from './columns.ts';

/** A statement with its parameters apart: text never contains a value. */
export type Sql = { readonly strings: readonly string[]; readonly values: readonly unknown[] };

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/**
 * Composes a statement: `` sql`select … where id = ${id}` ``. Values become parameters; a nested {@link Sql} becomes part
 * of the text. Nothing else can reach the text.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const pieces: Sql[] = [];
  for (const [index, text] of strings.entries()) {
    pieces.push({ strings: [text], values: [] });
    if (index === values.length) break;
    const value = values[index];
    pieces.push(isSql(value) ? value : { strings: ['', ''], values: [value] });
  }
  return joinSql(pieces, '');
}

export const nothing: Sql = { strings: [''], values: [] };

/** A number that becomes part of the text: for the few that PostgreSQL plans by and that take few values. */
export function wholeNumber(value: number): Sql {
  assert(Number.isSafeInteger(value) && value >= 0, 'only a whole number may become part of a statement');
  return { strings: [String(value)], values: [] };
}

/** Joins fragments: `joinSql(conditions, ' and ')`. */
export function joinSql(fragments: readonly Sql[], separator: string): Sql {
  const strings: string[] = [''];
  const values: unknown[] = [];
  for (const [index, fragment] of fragments.entries()) {
    strings[strings.length - 1] += (index > 0 ? separator : '') + fragment.strings[0];
    for (const [inner, value] of fragment.values.entries()) {
      values.push(value);
      strings.push(fragment.strings[inner + 1] as string);
    }
  }
  return { strings, values };
}

const names = new Map<string, string>();

/** What goes to pg: text, or text with its parameters apart. */
export type Statement = string | { text: string; values?: unknown[]; name?: string; rowMode?: string; types?: Types };

/** The form that pg takes: `$1 …`, and a stable statement name so that PostgreSQL parses it once a connection. */
export function statementOf(query: Sql, named: boolean): { text: string; values: unknown[]; name?: string } {
  let text = query.strings[0] as string;
  for (let index = 1; index < query.strings.length; index++) text += `$${index}${query.strings[index]}`;
  const values = query.values as unknown[];
  if (!named) return { text, values };
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    if (names.size < 2000) names.set(text, name);
  }
  return { text, values, name };
}
