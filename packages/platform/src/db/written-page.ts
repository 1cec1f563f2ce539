import type { Page } from '@atlas/contract';
import { currencies, exponentOf } from '@atlas/kernel';
import { joinSql, type Sql, sql } from './sql.ts';

/** A page as PostgreSQL wrote it: text for HTTP to pass on, items for whoever reads it here. */
export class WrittenPage<T> implements Page<T> {
  readonly nextCursor: string | null;
  readonly #items: string;

  /** @param items each item as JSON text */
  constructor(items: readonly string[], nextCursor: string | null) {
    this.#items = `[${items.join()}]`;
    this.nextCursor = nextCursor;
  }

  get items(): T[] {
    return JSON.parse(this.#items) as T[];
  }

  /** The page as JSON text. */
  get text(): string {
    return `{"items":${this.#items},"nextCursor":${JSON.stringify(this.nextCursor)}}`;
  }
}

/** What an item has under a name: a column as it is, or something made of columns once the page is known. */
export type WrittenColumn = Sql | { readonly of: readonly Sql[]; write(...values: Sql[]): Sql };

/** An instant, RFC 3339 in UTC. */
export const instantColumn = (column: Sql): WrittenColumn => ({
  of: [column],
  write: (value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
});

const literal = (text: string): Sql => ({ strings: [text], values: [] });

const codesWith = (exponent: number): Sql =>
  literal(
    currencies
      .filter((code) => exponentOf(code) === exponent)
      .map((code) => `'${code}'`)
      .join(),
  );

/** The value of one minor unit: 0.01 for EUR. Its digits are the digits of the amount. */
const minorUnit = (currency: Sql): Sql => sql`
  case when ${currency} in (${codesWith(0)}) then 1 when ${currency} in (${codesWith(3)}) then 0.001 when ${currency} in (${codesWith(4)}) then 0.0001 else 0.01 end`;

/** Money of an amount in minor units, as the kernel writes it. */
export const moneyColumn = (minor: Sql, currency: Sql): WrittenColumn => ({
  of: [minor, currency],
  write: (amount, code) => sql`json_build_object('amount', (${amount} * ${minorUnit(code)})::text, 'currency', ${code})`,
});

/** The columns to read for some items, and the JSON object that is made of them when they stand in `from`. */
export function writtenItem(columns: Readonly<Record<string, WrittenColumn>>, from: string): { read: Sql; item: Sql } {
  const read: Sql[] = [];
  const value = (column: Sql): Sql => {
    read.push(sql`${column} as ${literal(`c${read.length}`)}`);
    return literal(`${from}.c${read.length - 1}`);
  };
  const pairs = Object.entries(columns).map(([name, column]) => {
    const written = 'of' in column ? column.write(...column.of.map(value)) : value(column);
    return sql`${literal(`'${name}'`)}, ${written}`;
  });
  return { read: joinSql(read, ', '), item: sql`json_build_object(${joinSql(pairs, ', ')})` };
}
