import { found, type TenantTx } from '@atlas/platform';
import type { Catalogue } from './catalogue.ts';
import { type ImportRun, type KindCount, loadImport } from './imports.repository.ts';

/** Counts in the order of the catalogue, under the names that people know. */
export const labelledCounts = (catalogue: Catalogue, counts: readonly KindCount[]): ImportRun['counts'] =>
  catalogue.kinds.flatMap(({ name, label }) => {
    const count = counts.find(({ kind }) => kind === name);
    return count ? [{ ...count, label }] : [];
  });

/** An import as the API shows it. @throws AtlasError `not_found` */
export async function viewImport(tx: TenantTx, catalogue: Catalogue, id: string, lock = false): Promise<ImportRun> {
  const { head, files, counts } = found(await loadImport(tx, id, lock), 'import');
  return { ...head, files, counts: labelledCounts(catalogue, counts) };
}
