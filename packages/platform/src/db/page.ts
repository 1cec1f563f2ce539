import type { Page } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import { isDataException } from './database-errors.ts';
import { joinSql, nothing, type Sql, sql, wholeNumber } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';

/** A column that a list can be sorted by. Its values must not be null. */
export type SortColumn = {
  readonly column: Sql;
  readonly type: 'uuid' | 'text' | 'date' | 'bigint' | 'integer' | 'timestamptz' | 'numeric';
};

export type Keyset<S extends string> = {
  /** `select …` without `where`; every row must have `sortValue` and `id`, or `sortId` when `id` is not what rows are told apart by. */
  readonly select: Sql;
  readonly where: readonly (Sql | null)[];
  /** Tells rows apart that sort alike. */
  readonly id: Sql;
  readonly idType?: 'uuid' | 'integer';
  readonly sorts: Readonly<Record<S, SortColumn>>;
  /** A sort's name, with `-` before it for descending. */
  readonly sort: S | `-${S}`;
  readonly limit: number;
  readonly cursor: string | undefined;
};

const encode = (sort: string, key: string, id: string): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

function decode(cursor: string, sort: string): [key: string, id: string] {
  try {
    const [name, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (name === sort && typeof key === 'string' && typeof id === 'string') return [key, id];
  } catch {
    // falls through to the refusal
  }
  throw foreignCursor();
}

const foreignCursor = (): AtlasError =>
  new AtlasError('invalid_cursor', 'This cursor does not belong to this list and sort order.');

const casts: Record<SortColumn['type'], Sql> = {
  text: sql`text`,
  date: sql`date`,
  bigint: sql`bigint`,
  integer: sql`integer`,
  timestamptz: sql`timestamptz`,
  numeric: sql`numeric`,
  uuid: sql`uuid`,
};

/** `where a and b`, or nothing when there is no condition. */
export function whereSql(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? nothing : sql` where ${joinSql(given, ' and ')}`;
}

/**
 * How many rows are asked for: more than the page holds, to know whether there is another, and one of few numbers. It
 * stands in the text, because as a parameter PostgreSQL would not know that a page is short and would plan it anew each
 * time; every number is a statement of its own that connections keep.
 */
const rowsToRead = (limit: number): number => [51, 201].find((rows) => rows > limit) ?? limit + 1;

/**
 * Reads one page by keyset: the cost of a page does not grow with how far one has scrolled.
 *
 * @throws AtlasError `invalid_cursor`
 */
export async function readPage<T extends { id: string }, S extends string>(tx: TenantTx, keyset: Keyset<S>): Promise<Page<T>> {
  const descending = keyset.sort.startsWith('-');
  const { column, type } = keyset.sorts[(descending ? keyset.sort.slice(1) : keyset.sort) as S];
  const after = keyset.cursor === undefined ? null : decode(keyset.cursor, keyset.sort);
  const beyond =
    after &&
    sql`(${column}, ${keyset.id}) ${descending ? sql`<` : sql`>`} (${after[0]}::${casts[type]}, ${after[1]}::${casts[keyset.idType ?? 'uuid']})`;
  const direction = descending ? sql`desc` : sql`asc`;
  const rowsOfPage = sql`
    ${keyset.select}${whereSql([...keyset.where, beyond])}
    order by ${column} ${direction}, ${keyset.id} ${direction} limit ${wholeNumber(rowsToRead(keyset.limit))}`;
  // An instant comes to the millisecond; a cursor needs it to the last digit.
  const statement =
    type === 'timestamptz' ? sql`select page.*, page."sortValue"::text as "sortKey" from (${rowsOfPage}) as page` : rowsOfPage;
  const reading = tx.rows<T & { sortValue: unknown; sortKey?: string; sortId?: string | number }>(statement);
  const rows = await reading.catch((error) => {
    // Everything else in the statement was checked: only a cursor of someone else's making holds what is no date or id.
    throw after && isDataException(error) ? foreignCursor() : error;
  });
  const items = rows.slice(0, keyset.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      rows.length > keyset.limit && last
        ? encode(keyset.sort, String(last.sortKey ?? last.sortValue), String(last.sortId ?? last.id))
        : null,
  };
}

/** The text of an `ilike` pattern that finds `q` anywhere, taken literally. */
export const containing = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`;
