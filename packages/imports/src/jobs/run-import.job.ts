import type { AtlasError } from '@atlas/kernel';
import { type Importable, type ImportRecord, isRefused, type JobRun, job, type TenantTx } from '@atlas/platform';
import { importCompleted, importRunRequested } from '../contract/events.ts';
import type { Catalogue } from '../imports/catalogue.ts';
import { nextRecords, refuseHanging, saveOutcomes, settleLines } from '../imports/import-rows.repository.ts';
import { filesToStage, loadImport, saveImport } from '../imports/imports.repository.ts';
import { importStep, untilStopped } from './import-step.ts';
import { verifyFile } from './read-rows.ts';

const runBatch = 200;

type Batch = { readonly after: number; readonly limit: number };

/** Writes one batch. A row that is not `ready` any more was written before: the statuses are the bookmark. */
async function writeBatch(
  run: JobRun,
  importId: string,
  importable: Importable,
  { after, limit }: Batch,
): Promise<{ written: number; last: number | null }> {
  const lineKind = importable.lines?.name ?? null;
  let last: number | null = null;
  const written = await importStep(run, importId, 'running', async (tx) => {
    const records = await nextRecords(tx, importId, { kind: importable.kind.name, lineKind, status: 'ready', after, limit });
    last = records.at(-1)?.sequence ?? null;
    if (records.length === 0) return 0;
    const outcomes = await importable.apply(tx, records);
    await saveOutcomes(tx, importId, importable.kind.name, lineKind, outcomes);
    return outcomes.length;
  });
  return { written, last };
}

/** Marks the one record that the rules refuse although the dry run found it ready: the books changed in between. */
function refuseNext(run: JobRun, importId: string, importable: Importable, after: number, error: AtlasError): Promise<number> {
  const { kind, lines } = importable;
  return importStep(run, importId, 'running', async (tx: TenantTx) => {
    const [record] = await nextRecords(tx, importId, { kind: kind.name, lineKind: null, status: 'ready', after, limit: 1 });
    if (!record) return 0;
    const refused = {
      sequence: (record satisfies ImportRecord).sequence,
      status: 'refused' as const,
      code: error.code,
      message: error.message,
    };
    await saveOutcomes(tx, importId, kind.name, lines?.name ?? null, [refused]);
    return 1;
  });
}

/**
 * Writes all records of a kind; when the rules refuse a batch, its records are tried one by one.
 *
 * @returns how many were written
 */
async function writeKind(run: JobRun, importId: string, importable: Importable): Promise<number> {
  let after = 0;
  let single = 0;
  let sum = 0;
  for (;;) {
    const limit = single > 0 ? 1 : runBatch;
    try {
      const { written, last } = await writeBatch(run, importId, importable, { after, limit });
      if (last === null) return sum;
      sum += written;
      after = last;
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (limit === 1) await refuseNext(run, importId, importable, after, error);
      else single = runBatch + 1;
    }
    if (single > 0) single -= 1;
  }
}

/** Writes records again until none is left that waited for the one above it; what waits in vain is refused. */
async function writeTree(run: JobRun, importId: string, importable: Importable): Promise<void> {
  while ((await writeKind(run, importId, importable)) > 0);
  await importStep(run, importId, 'running', (tx) => refuseHanging(tx, importId, importable.kind.name, null));
}

/** Writes what the dry run found ready, kind by kind, in batches that commit with their bookmark. */
export const runImportJob = (catalogue: Catalogue) =>
  job({
    name: 'imports.import.write_records',
    on: importRunRequested,
    run: (run, { importId }) =>
      untilStopped(run, importId, 'running', async () => {
        // What is written is what the dry run judged; a file that changed since would no longer be its proof.
        for (const file of await run.read((tx) => filesToStage(tx, importId))) await verifyFile(run.ctx, file);
        for (const importable of catalogue.importables)
          await (importable.above ? writeTree : writeKind)(run, importId, importable);
        await importStep(run, importId, 'running', async (tx) => {
          for (const { kind, lines } of catalogue.importables) if (lines) await settleLines(tx, importId, kind.name, lines.name);
          await saveImport(tx, importId, { status: 'completed', finishedAt: tx.ctx.now });
          const counts = (await loadImport(tx, importId))?.counts ?? [];
          const sum = (pick: (count: (typeof counts)[number]) => number) =>
            counts.reduce((total, count) => total + pick(count), 0);
          const outcome = { created: sum((c) => c.created), unchanged: sum((c) => c.unchanged), refused: sum((c) => c.refused) };
          tx.record({ subjectId: importId, after: outcome });
          tx.emit(importCompleted, { importId, ...outcome });
          return 0;
        });
      }),
  });
