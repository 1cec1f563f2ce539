import { AtlasError } from '@atlas/kernel';
import { found, type StoredFile, type TenantTx } from '@atlas/platform';
import { detectDateOrder, detectDecimalMark } from '../domain/detect-types.ts';
import { afterStep } from '../domain/import-state.ts';
import { presetFor } from '../domain/presets.ts';
import { suggestKind } from '../domain/suggest-mapping.ts';
import type { Catalogue } from './catalogue.ts';
import { type ImportFile, loadImport, saveFile, saveImport } from './imports.repository.ts';
import type { Inspection } from './inspect-file.ts';

const maxFiles = 50;

const valuesOf = (inspection: Inspection, type: 'decimal' | 'date'): string[] =>
  inspection.columns.flatMap((column, index) => (column.type === type ? inspection.sample.map((row) => row[index] ?? '') : []));

/** A file that lies in storage, before an import knows of it. */
export type NewImportFile = { readonly name: string; readonly stored: StoredFile; readonly inspection: Inspection };

/** Writes down a stored file with what it probably holds. It replaces its namesake. */
export async function addFile(
  tx: TenantTx,
  catalogue: Catalogue,
  id: string,
  { name, stored, inspection }: NewImportFile,
): Promise<ImportFile> {
  const { head, files } = found(await loadImport(tx, id, true), 'import');
  const status = afterStep(head.status, 'edit');
  const replaced = files.find((each) => each.name === name);
  if (!replaced && files.length >= maxFiles) throw new AtlasError('imports.too_many_files', `An import takes ${maxFiles} files.`);
  const headings = inspection.columns.map((column) => column.name);
  const known = presetFor(headings);
  const suggestion = known?.suggestion ?? suggestKind(catalogue.kinds, name, headings);
  const file = {
    position: replaced?.position ?? (files.at(-1)?.position ?? 0) + 1,
    name,
    byteCount: stored.byteCount,
    ...inspection,
    kind: suggestion?.kind ?? null,
    mapping: { ...suggestion?.mapping },
    defaults: { ...suggestion?.defaults },
  };
  await saveFile(tx, id, { ...file, sha256: stored.sha256, storageKey: stored.key });
  const decimals = valuesOf(inspection, 'decimal');
  const dates = valuesOf(inspection, 'date');
  await saveImport(tx, id, {
    status,
    ...(known ? { preset: known.preset } : {}),
    ...(decimals.length > 0 && detectDecimalMark(decimals) === 'comma' ? { decimalMark: 'comma' } : {}),
    ...(dates.length > 0 && detectDateOrder(dates) !== 'ymd' ? { dateOrder: detectDateOrder(dates) } : {}),
  });
  tx.record({ subjectId: id, after: { ...file, sample: undefined, sha256: stored.sha256 } });
  return { ...file, rowCount: null };
}
