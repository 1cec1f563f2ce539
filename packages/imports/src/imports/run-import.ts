import { command, requestJob } from '@atlas/platform';
import { importRunRequested } from '../contract/events.ts';
import { runImport as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import type { Catalogue } from './catalogue.ts';
import { countRows } from './import-rows.repository.ts';
import { viewImport } from './import-view.ts';
import { saveImport } from './imports.repository.ts';
import { requireWholeAuthority } from './may-import.ts';

export const runImport = (catalogue: Catalogue) =>
  command(route, async (tx, { id }) => {
    const before = await viewImport(tx, catalogue, id, true);
    requireWholeAuthority(tx.ctx.actor, catalogue, before.files);
    const status = afterStep(before.status, 'run');
    const jobId = await requestJob(tx, 'imports.import.run', importRunRequested, { importId: id }, id);
    const kinds = catalogue.importables.map(({ kind }) => kind.name);
    await saveImport(tx, id, { status, jobId, doneCount: 0, totalCount: await countRows(tx, id, kinds, 'ready') });
    return viewImport(tx, catalogue, id);
  });
