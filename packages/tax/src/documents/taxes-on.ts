import { AtlasError, type BusinessDate } from '@atlas/kernel';
import { valueOn } from '../domain/effective-value.ts';
import { inOrder, type Tax, type TaxNode } from '../domain/tax.ts';
import { datedValues } from '../taxes/dated-values.ts';
import type { TaxRow } from '../taxes/taxes.repository.ts';

/** The taxes that documents name, as they are on some day. */
export type TaxesOn = {
  readonly rows: ReadonlyMap<string, TaxRow>;
  /**
   * The taxes of one line, in order, each once.
   *
   * @param pointer of the list in the input
   * @throws AtlasError `tax.unknown_tax`, `tax.not_in_force`
   */
  of(ids: readonly string[], date: BusinessDate, pointer: string): readonly Tax[];
};

function nodeOf(row: TaxRow, rows: ReadonlyMap<string, TaxRow>, date: BusinessDate): TaxNode {
  const { id: key, kind, sequence, operation, included, affectsBase, baseAffected } = row;
  if (kind === 'group') {
    const children = row.memberIds.map((id) => nodeOf(rows.get(id) as TaxRow, rows, date));
    return { sequence, group: key, children };
  }
  const value = valueOn(datedValues(row.rates), date);
  const tax = { key, kind, value, operation, included, affectsBase, baseAffected };
  return { sequence, tax: kind === 'surtax' ? { ...tax, on: row.memberIds } : tax };
}

function knownTax(id: string, rows: ReadonlyMap<string, TaxRow>, pointer: string): TaxRow {
  const row = rows.get(id);
  if (row) return row;
  const message = 'There is no such tax.';
  throw new AtlasError('tax.unknown_tax', message, { errors: [{ pointer, code: 'tax.unknown_tax', message }] });
}

/** @param loaded the taxes that are named and, of groups, their members */
export function taxesOn(loaded: readonly TaxRow[]): TaxesOn {
  const rows = new Map(loaded.map((row) => [row.id, row]));
  // Lines of documents mostly name the same few taxes.
  const worked = new Map<string, readonly Tax[]>();
  return {
    rows,
    of(named, date, pointer) {
      const key = `${date} ${named.join(' ')}`;
      const before = worked.get(key);
      if (before) return before;
      const taxes = inOrder(named.map((id, index) => nodeOf(knownTax(id, rows, `${pointer}/${index}`), rows, date)));
      const once = [...new Map(taxes.map((tax) => [tax.key, tax])).values()];
      worked.set(key, once);
      return once;
    },
  };
}
