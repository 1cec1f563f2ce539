import type { listDimensions, listDimensionValues } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';

export type Dimension = Output<typeof listDimensions>['items'][number];
export type DimensionValue = Output<typeof listDimensionValues>['items'][number];
/** A value of a dimension, as a line names it. */
export type NamedValue = { readonly dimensionId: string; readonly valueId: string };
export type ValueStep = { readonly value: DimensionValue; readonly depth: number };

/** Values from top to bottom, each after the one that it stands below. */
export function stepsOf(values: readonly DimensionValue[]): ValueStep[] {
  const below = Map.groupBy(values, ({ parentId }) => parentId);
  const under = (parentId: string | null, depth: number): ValueStep[] =>
    (below.get(parentId) ?? []).flatMap((value) => [{ value, depth }, ...under(value.id, depth + 1)]);
  return under(null, 0);
}

/** Where a value may stand: below none, or below one that does not stand below it. */
export function placesFor(values: readonly DimensionValue[], id: string | null): ValueStep[] {
  const hidden = new Set<string | null>(id === null ? [] : [id]);
  return stepsOf(values).filter(({ value }) => {
    if (hidden.has(value.id) || (value.parentId !== null && hidden.has(value.parentId))) hidden.add(value.id);
    return !hidden.has(value.id) && value.archivedAt === null;
  });
}

/** A value, its depth shown by text alone. */
export const indented = ({ value, depth }: ValueStep): string => `${'\u2003'.repeat(depth)}${value.code} ${value.name}`;

/** More are not looked through: type on instead. */
const mostFound = 50;

/** Values in use by a part of their code or name; without one all of them, as they stand in their tree. */
export function foundValues(values: readonly DimensionValue[], typed: string): { id: string; label: string }[] {
  const wanted = typed.trim().toLowerCase();
  const used = stepsOf(values).filter(({ value }) => value.archivedAt === null);
  if (wanted === '') return used.slice(0, mostFound).map((step) => ({ id: step.value.id, label: indented(step) }));
  const labelled = used.map(({ value: { id, code, name } }) => ({ id, label: `${code} ${name}` }));
  return labelled.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, mostFound);
}

/** What a line names with another value of a dimension, or none of it. */
export const withValue = (named: readonly NamedValue[], dimensionId: string, valueId: string | null): NamedValue[] => [
  ...named.filter((each) => each.dimensionId !== dimensionId),
  ...(valueId === null ? [] : [{ dimensionId, valueId }]),
];
