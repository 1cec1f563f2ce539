import { command, definedOnly, sameVersion } from '@atlas/platform';
import { updateImport as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import type { Catalogue } from './catalogue.ts';
import { viewImport } from './import-view.ts';
import { saveImport } from './imports.repository.ts';

export const updateImport = (catalogue: Catalogue) =>
  command(route, async (tx, { id, version, ...changes }) => {
    const before = await viewImport(tx, catalogue, id, true);
    sameVersion(before.version, version);
    await saveImport(tx, id, { ...definedOnly(changes), status: afterStep(before.status, 'edit') });
    return viewImport(tx, catalogue, id);
  });
