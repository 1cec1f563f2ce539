import type pg from 'pg';
import { valueTypes } from './value-types.ts';

/** A column as PostgreSQL describes it. */
export type Field = Pick<pg.FieldDef, 'name' | 'dataTypeID'>;

export type Types = { getTypeParser(oid: number, format: 'text'): (text: string) => unknown };

/** How the rows of a statement are read: what they are named, and how each value is taken from its text. */
export class Columns {
  readonly fields: readonly Field[];
  readonly #parsers: readonly ((text: string) => unknown)[];
  /** Made in one piece, so that every copy of it shares one hidden class of V8. */
  readonly #empty: Readonly<Record<string, null>>;

  constructor(fields: readonly Field[], types: Types = valueTypes) {
    this.fields = fields;
    this.#parsers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text'));
    this.#empty = JSON.parse(JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, null]))));
  }

  #value(index: number, text: string | null): unknown {
    return text === null ? null : this.#parsers[index]?.(text);
  }

  /** `['1', null]` → `{ net_minor: 1n, number: null }` */
  record(texts: readonly (string | null)[]): Record<string, unknown> {
    const row: Record<string, unknown> = { ...this.#empty };
    for (let index = 0; index < texts.length; index++)
      row[this.fields[index]?.name as string] = this.#value(index, texts[index] as string | null);
    return row;
  }

  /** `['1', null]` → `[1n, null]` */
  list(texts: readonly (string | null)[]): unknown[] {
    return texts.map((text, index) => this.#value(index, text));
  }
}
