import { AtlasError, assert } from '@atlas/kernel';
import { type JobRun, saveJobProgress, type TenantTx, Yielded } from '@atlas/platform';
import type { ImportStatus } from '../domain/import-state.ts';
import { lockImportStatus, saveImport } from '../imports/imports.repository.ts';

/** Thrown when people cancelled the import: the job ends and has nothing to undo. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/**
 * One batch of an import in a transaction of its own: effects, what became of the rows, and progress commit together.
 * Between batches the job can be stopped, cancelled or killed without losing or repeating anything.
 *
 * @param work answers how many records it dealt with
 */
export function importStep(
  run: JobRun,
  importId: string,
  expected: ImportStatus,
  work: (tx: TenantTx) => Promise<number>,
): Promise<number> {
  if (run.stopping()) throw new Yielded();
  return run.step(async (tx) => {
    const state = await lockImportStatus(tx, importId);
    assert(state, 'an import is never deleted');
    if (state.status !== expected) throw new Cancelled();
    const count = await work(tx);
    if (count > 0) {
      const doneCount = state.doneCount + count;
      await saveImport(tx, importId, { doneCount });
      if (state.jobId) await saveJobProgress(tx, state.jobId, doneCount, state.totalCount, null);
    }
    return count;
  });
}

/** Runs a job to its end, to the batch at which people cancelled it, or to a file that is not the uploaded one: trying again helps neither. */
export async function untilStopped(
  run: JobRun,
  importId: string,
  expected: ImportStatus,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (!(error instanceof AtlasError && error.code === 'imports.file_changed')) throw error;
    await importStep(run, importId, expected, async (tx) => {
      await saveImport(tx, importId, { status: 'failed', error: error.message, finishedAt: tx.ctx.now });
      return 0;
    });
  }
}
