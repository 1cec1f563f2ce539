import { AtlasError, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { mapImportFile as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import { parseValue, type Writing } from '../domain/parse-value.ts';
import { missingFields } from '../domain/suggest-mapping.ts';
import type { Catalogue } from './catalogue.ts';
import { type ImportFile, loadImport, saveImport, saveMapping } from './imports.repository.ts';

/** @throws AtlasError `imports.unknown_kind`, `imports.unknown_field`, `imports.unknown_column`, `imports.invalid_default`, `imports.field_missing` */
function checkMapping(catalogue: Catalogue, writing: Writing, file: ImportFile): void {
  const kind = catalogue.kind(file.kind ?? '');
  if (!kind) throw new AtlasError('imports.unknown_kind', `There is no kind of record "${file.kind}".`);
  for (const field of [...Object.keys(file.mapping), ...Object.keys(file.defaults)])
    if (!Object.hasOwn(kind.fields, field))
      throw new AtlasError('imports.unknown_field', `${kind.label} have no field "${field}".`);
  for (const column of Object.values(file.mapping)) {
    if (!file.columns.some(({ name }) => name === column))
      throw new AtlasError('imports.unknown_column', `${file.name} has no column "${column}".`);
  }
  for (const [field, text] of Object.entries(file.defaults)) {
    const { label, type } = present(kind.fields[field], 'the fields were checked above');
    const parsed = parseValue(text, type, writing.decimalMark, writing.dateOrder);
    if ('refusal' in parsed) throw new AtlasError('imports.invalid_default', `${label}: ${parsed.refusal}.`);
  }
  const [missing] = missingFields(kind, file.mapping, file.defaults);
  if (missing !== undefined) throw new AtlasError('imports.field_missing', `Choose a column for ${missing}.`);
}

export const mapImportFile = (catalogue: Catalogue) =>
  command(route, async (tx, { id, position, kind, mapping, defaults }) => {
    const { head, files } = found(await loadImport(tx, id, true), 'import');
    const file = found(
      files.find((each) => each.position === position),
      'file',
    );
    const status = afterStep(head.status, 'edit');
    const after = { ...file, kind, ...(kind === null ? { mapping: {}, defaults: {} } : { mapping, defaults }) };
    if (kind !== null) checkMapping(catalogue, head, after);
    await saveMapping(tx, id, after);
    await saveImport(tx, id, { status });
    tx.record({
      subjectId: id,
      before: { kind: file.kind, mapping: file.mapping, defaults: file.defaults },
      after: { kind, mapping: after.mapping, defaults: after.defaults },
    });
    return after;
  });
