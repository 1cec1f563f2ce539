import { AtlasError, type BusinessDate } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { valueOn } from '../domain/effective-value.ts';
import { inOrder, type Tax, type TaxNode } from '../domain/tax.ts';
import { datedValues } from '../taxes/dated-values.ts';
import { loadTaxes, type TaxRow } from '../taxes/taxes.repository.ts';

/** The taxes that a document names, as they are on its day. */
export type TaxesOn = {
  readonly rows: ReadonlyMap<string, TaxRow>;
  /** The taxes of one line, in order, each once. @param pointer of the list in the input */
  of(ids: readonly string[], pointer: string): Tax[];
};

function nodeOf(row: TaxRow, rows: ReadonlyMap<string, TaxRow>, date: BusinessDate): TaxNode {
  const { id: key, kind, sequence, operation, included, affectsBase, baseAffected } = row;
  if (kind === 'group') {
    const children = row.memberIds.map((id) => nodeOf(rows.get(id) as TaxRow, rows, date));
    return { sequence, group: key, children };
  }
  const value = valueOn(datedValues(row.rates), date);
  return { sequence, tax: { key, kind, value, operation, included, affectsBase, baseAffected } };
}

function knownTax(id: string, rows: ReadonlyMap<string, TaxRow>, pointer: string): TaxRow {
  const row = rows.get(id);
  if (row) return row;
  const message = 'There is no such tax.';
  throw new AtlasError('tax.unknown_tax', message, { errors: [{ pointer, code: 'tax.unknown_tax', message }] });
}

/** @throws AtlasError `tax.unknown_tax` and `tax.not_in_force`, when the taxes of a line are asked for */
export async function taxesOn(tx: TenantTx, date: BusinessDate, ids: readonly string[]): Promise<TaxesOn> {
  const loaded = ids.length > 0 ? await loadTaxes(tx, [...new Set(ids)]) : [];
  const rows = new Map(loaded.map((row) => [row.id, row]));
  return {
    rows,
    of(named, pointer) {
      const taxes = inOrder(named.map((id, index) => nodeOf(knownTax(id, rows, `${pointer}/${index}`), rows, date)));
      return [...new Map(taxes.map((tax) => [tax.key, tax])).values()];
    },
  };
}
