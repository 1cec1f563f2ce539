import { AtlasError } from '@atlas/kernel';
import { command, requestJob } from '@atlas/platform';
import { importCheckRequested } from '../contract/events.ts';
import { checkImport as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import { missingFields } from '../domain/suggest-mapping.ts';
import type { Catalogue } from './catalogue.ts';
import { viewImport } from './import-view.ts';
import { saveImport } from './imports.repository.ts';
import { requireWholeAuthority } from './may-import.ts';

export const checkImport = (catalogue: Catalogue) =>
  command(route, async (tx, { id }) => {
    const before = await viewImport(tx, catalogue, id, true);
    requireWholeAuthority(tx.ctx.actor, catalogue, before.files);
    const status = afterStep(before.status, 'check');
    const used = before.files.flatMap((file) => (file.kind === null ? [] : [{ file, kind: catalogue.kind(file.kind) }]));
    if (used.length === 0)
      throw new AtlasError(
        'imports.nothing_to_import',
        'No file holds anything to import: choose what at least one of them holds.',
      );
    for (const { file, kind } of used) {
      const [missing] = kind ? missingFields(kind, file.mapping, file.defaults) : [];
      if (missing !== undefined) throw new AtlasError('imports.field_missing', `${file.name}: choose a column for ${missing}.`);
    }
    const jobId = await requestJob(tx, 'imports.import.check', importCheckRequested, { importId: id }, id);
    await saveImport(tx, id, { status, jobId, doneCount: 0, totalCount: null, error: null, finishedAt: null });
    return viewImport(tx, catalogue, id);
  });
