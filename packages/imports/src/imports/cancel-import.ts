import { cancelJob, command } from '@atlas/platform';
import { cancelImport as route } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import type { Catalogue } from './catalogue.ts';
import { viewImport } from './import-view.ts';
import { saveImport } from './imports.repository.ts';

/** Stops an import between two batches: the job looks at the status before each. What was written stays. */
export const cancelImport = (catalogue: Catalogue) =>
  command(route, async (tx, { id }) => {
    const before = await viewImport(tx, catalogue, id, true);
    await saveImport(tx, id, { status: afterStep(before.status, 'cancel'), finishedAt: tx.ctx.now });
    if (before.jobId !== null) await cancelJob(tx, before.jobId);
    return viewImport(tx, catalogue, id);
  });
