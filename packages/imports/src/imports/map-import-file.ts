import { AtlasError } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { mapImportFile as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import { missingFields } from '../domain/suggest-mapping.ts';
import type { Catalogue } from './catalogue.ts';
import { type ImportFile, loadImport, saveImport, saveMapping } from './imports.repository.ts';

/** @throws AtlasError `imports.unknown_kind`, `imports.unknown_field`, `imports.unknown_column`, `imports.field_missing` */
function checkMapping(catalogue: Catalogue, file: ImportFile, kindName: string, mapping: Readonly<Record<string, string>>): void {
  const kind = catalogue.kind(kindName);
  if (!kind) throw new AtlasError('imports.unknown_kind', `There is no kind of record "${kindName}".`);
  for (const [field, column] of Object.entries(mapping)) {
    if (!kind.fields[field]) throw new AtlasError('imports.unknown_field', `${kind.label} have no field "${field}".`);
    if (!file.columns.some(({ name }) => name === column))
      throw new AtlasError('imports.unknown_column', `${file.name} has no column "${column}".`);
  }
  const [missing] = missingFields(kind, mapping);
  if (missing !== undefined) throw new AtlasError('imports.field_missing', `Choose a column for ${missing}.`);
}

export const mapImportFile = (catalogue: Catalogue) =>
  command(route, async (tx, { id, position, kind, mapping }) => {
    const { head, files } = found(await loadImport(tx, id, true), 'import');
    const file = found(
      files.find((each) => each.position === position),
      'file',
    );
    const status = afterStep(head.status, 'edit');
    if (kind !== null) checkMapping(catalogue, file, kind, mapping);
    const after = { ...file, kind, mapping: kind === null ? {} : mapping };
    await saveMapping(tx, id, position, after.kind, after.mapping);
    await saveImport(tx, id, { status });
    tx.record({
      subjectId: id,
      before: { kind: file.kind, mapping: file.mapping },
      after: { kind: after.kind, mapping: after.mapping },
    });
    return after;
  });
