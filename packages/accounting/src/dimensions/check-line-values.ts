import type { TenantTx } from '@atlas/platform';
import { dimensionsOf, type NamedValue } from '../domain/line-dimensions.ts';
import { usableValues } from './values.repository.ts';

type Line = { readonly dimensions: readonly NamedValue[] };

/** @param at JSON pointer of the document in the input */
type Document = { readonly lines: readonly Line[]; readonly at: string };

/**
 * What lines of documents name is there and in use, at most one value of each dimension. Asks nothing where they name nothing.
 *
 * @throws AtlasError `accounting.unknown_dimension_value`
 */
export async function checkLineValues(tx: TenantTx, documents: readonly Document[]): Promise<void> {
  const named = documents.flatMap(({ lines }) => lines.flatMap(({ dimensions }) => dimensions.map(({ valueId }) => valueId)));
  if (named.length === 0) return;
  const usable = await usableValues(tx, named);
  for (const { lines, at } of documents)
    for (const [index, { dimensions }] of lines.entries()) dimensionsOf(dimensions, usable, `${at}/lines/${index}`);
}
