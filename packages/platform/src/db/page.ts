import type { Page } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import { isDataException } from './database-errors.ts';
import { joinSql, nothing, type Sql, sql } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';
import { type WrittenColumn, WrittenPage, writtenItem } from './written-page.ts';

/** A column that a list can be sorted by. Its values must not be null. */
export type SortColumn = {
  readonly column: Sql;
  readonly type: 'uuid' | 'text' | 'date' | 'bigint' | 'integer' | 'timestamptz' | 'numeric';
};

type Place<S extends string> = {
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

export type Keyset<S extends string> = Place<S> & {
  /** `select …` without `where`; every row must have `sortValue` and `id`, or `sortId` when `id` is not what rows are told apart by. */
  readonly select: Sql;
};

/** A list whose items PostgreSQL writes: what each has under which name, and `from …` without `where`. */
export type WrittenKeyset<T, S extends string> = Place<S> & {
  readonly columns: { readonly [K in keyof T]-?: WrittenColumn };
  readonly from: Sql;
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

/** `where`, `order by` and `limit` of a page, and one row more to know whether there is another. */
function pageEnd<S extends string>(place: Place<S>): { end: Sql; refusing: (error: unknown) => never } {
  const descending = place.sort.startsWith('-');
  const { column, type } = place.sorts[(descending ? place.sort.slice(1) : place.sort) as S];
  const after = place.cursor === undefined ? null : decode(place.cursor, place.sort);
  const beyond =
    after &&
    sql`(${column}, ${place.id}) ${descending ? sql`<` : sql`>`} (${after[0]}::${casts[type]}, ${after[1]}::${casts[place.idType ?? 'uuid']})`;
  const direction = descending ? sql`desc` : sql`asc`;
  const end = sql`${whereSql([...place.where, beyond])}
    order by ${column} ${direction}, ${place.id} ${direction} limit ${place.limit + 1}`;
  const refusing = (error: unknown): never => {
    // Everything else in the statement was checked: only a cursor of someone else's making holds what is no date or id.
    throw after && isDataException(error) ? foreignCursor() : error;
  };
  return { end, refusing };
}

/** The cursor of the page after this one. */
function cursorAfter<R>(
  place: Place<string>,
  rows: readonly R[],
  keyOf: (row: R) => readonly [key: string, id: string],
): string | null {
  const last = rows[place.limit - 1];
  return rows.length > place.limit && last ? encode(place.sort, ...keyOf(last)) : null;
}

/**
 * Reads one page by keyset: the cost of a page does not grow with how far one has scrolled.
 *
 * @throws AtlasError `invalid_cursor`
 */
export async function readPage<T extends { id: string }, S extends string>(tx: TenantTx, keyset: Keyset<S>): Promise<Page<T>> {
  const { end, refusing } = pageEnd(keyset);
  const rows = await tx
    .rows<T & { sortKey: string; sortId?: string | number }>(
      sql`select page.*, page."sortValue"::text as "sortKey" from (${keyset.select}${end}) as page`,
    )
    .catch(refusing);
  const nextCursor = cursorAfter(keyset, rows, ({ sortKey, sortId, id }) => [sortKey, String(sortId ?? id)]);
  return { items: rows.slice(0, keyset.limit), nextCursor };
}

/**
 * As {@link readPage}, for lists that people scroll through all day: PostgreSQL writes the JSON of the items, so that
 * nothing of them is taken apart and put together again on their way to HTTP.
 *
 * @throws AtlasError `invalid_cursor`
 */
export async function readWrittenPage<T, S extends string>(tx: TenantTx, keyset: WrittenKeyset<T, S>): Promise<Page<T>> {
  const { end, refusing } = pageEnd(keyset);
  const { column } = keyset.sorts[keyset.sort.replace(/^-/, '') as S];
  const { read, item } = writtenItem(keyset.columns, 'page');
  const rows = await tx
    .rows<{ item: string; key: string; id: string }>(sql`
      select ${item}::text as item, key, id from (
        select ${read}, ${column}::text as key, ${keyset.id}::text as id ${keyset.from}${end}) as page`)
    .catch(refusing);
  const items = rows.slice(0, keyset.limit).map((row) => row.item);
  return new WrittenPage(
    items,
    cursorAfter(keyset, rows, ({ key, id }) => [key, id]),
  );
}

/** The text of an `ilike` pattern that finds `q` anywhere, taken literally. */
export const containing = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`;
