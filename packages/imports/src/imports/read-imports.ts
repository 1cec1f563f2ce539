import { found, query } from '@atlas/platform';
import {
  getImport as getRoute,
  listImportKinds as kindsRoute,
  listImports as listRoute,
  listImportRows as rowsRoute,
} from '../contract/imports.ts';
import type { Catalogue } from './catalogue.ts';
import { pageOfRows } from './import-rows.repository.ts';
import { labelledCounts, viewImport } from './import-view.ts';
import { loadImport, pageOfImports } from './imports.repository.ts';

export const getImport = (catalogue: Catalogue) => query(getRoute, (tx, { id }) => viewImport(tx, catalogue, id));

export const listImports = (catalogue: Catalogue) =>
  query(listRoute, async (tx, input) => {
    const { items, nextCursor } = await pageOfImports(tx, input);
    return { items: items.map(({ counts, ...row }) => ({ ...row, counts: labelledCounts(catalogue, counts) })), nextCursor };
  });

export const listImportRows = query(rowsRoute, async (tx, input) => {
  const [run, rows] = await Promise.all([loadImport(tx, input.id), pageOfRows(tx, input)]);
  found(run, 'import');
  return rows;
});

export const listImportKinds = (catalogue: Catalogue) =>
  query(kindsRoute, async () => ({
    items: catalogue.kinds.map(({ name, label, parent, fields }) => ({
      name,
      label,
      parent: parent ?? null,
      fields: Object.entries(fields).map(([field, spec]) => ({
        name: field,
        label: spec.label,
        type: spec.type,
        required: spec.required === true,
      })),
    })),
  }));
