import { AtlasError, type Period } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import { type ColumnRow, columnsOf, movementsByValue } from '../dimensions/by-dimension.repository.ts';
import { loadDimension } from '../dimensions/dimensions.repository.ts';
import type { Balances } from '../domain/statement-sheets.ts';
import { balancesIn } from './balances.repository.ts';
import type { LedgerView } from './ledger-view.ts';

/** More do not fit a page. */
const mostColumns = 24;

/** Of which value a column is: without an id, of what names none; null, of all. */
export type ColumnValue = { readonly id: string | null; readonly code: string; readonly name: string } | null;

const balancesOf = (movements: Awaited<ReturnType<typeof movementsByValue>>, id: string): Balances =>
  new Map(movements.filter(({ valueId }) => valueId === id).map(({ accountId, minor }) => [accountId, minor]));

/** What is left of balances when those of columns are taken away. */
function rest(all: Balances, columns: readonly Balances[]): Balances {
  const left = new Map(all);
  for (const column of columns) for (const [id, minor] of column) left.set(id, (left.get(id) ?? 0n) - minor);
  return left;
}

const whole = (columns: readonly Balances[]): Balances => {
  const sums = new Map<string, bigint>();
  for (const column of columns) for (const [id, minor] of column) sums.set(id, (sums.get(id) ?? 0n) + minor);
  return sums;
};

const named = ({ id, code, name }: ColumnRow): ColumnValue => ({ id, code, name });
const isMoved = (balances: Balances): boolean => [...balances.values()].some((minor) => minor !== 0n);

/**
 * The balances of a range by the values of a dimension that anything moved for, each with what stands below it, of what names none,
 * and of all.
 *
 * @param below only this value and those directly below it; then nothing is left over
 * @throws AtlasError `not_found`, `accounting.no_columns_by_value` when more columns are needed than fit
 */
export async function columnsByValue(
  tx: TenantTx,
  { by, below = null }: { readonly by: string; readonly below?: string | null | undefined },
  range: Period,
  view: LedgerView,
): Promise<{ columns: Balances[]; values: ColumnValue[] }> {
  const [dimension, rows, movements, [all = new Map()]] = await Promise.all([
    loadDimension(tx, by),
    columnsOf(tx, by, below),
    movementsByValue(tx, by, below, range, view),
    balancesIn(tx, [range], view),
  ]);
  found(dimension, 'dimension');
  if (below !== null) found(rows.find(({ id }) => id === below) ?? null, 'value');
  const parts = rows.map((row) => ({ value: named(row), balances: balancesOf(movements, row.id) }));
  const shown = parts.filter(({ balances }) => isMoved(balances));
  if (shown.length > mostColumns)
    throw new AtlasError('accounting.no_columns_by_value', `${shown.length} values do not fit: ask below one of them.`);
  const columns = shown.map(({ balances }) => balances);
  const values = shown.map(({ value }) => value);
  if (below !== null) return { columns: [...columns, whole(columns)], values: [...values, null] };
  const left = rest(all, columns);
  const without = isMoved(left) ? [{ id: null, code: '', name: '' }] : [];
  return { columns: [...columns, ...without.map(() => left), all], values: [...values, ...without, null] };
}
