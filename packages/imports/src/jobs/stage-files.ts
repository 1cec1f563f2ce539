import { present } from '@atlas/kernel';
import type { Ctx, JobRun } from '@atlas/platform';
import type { Writing } from '../domain/parse-value.ts';
import type { Catalogue } from '../imports/catalogue.ts';
import { analyzeRows, clearRows, insertRows, type StagedRow } from '../imports/import-rows.repository.ts';
import { filesToStage, loadImport, type StoredFileRef, saveImport, saveRowCount } from '../imports/imports.repository.ts';
import { importStep } from './import-step.ts';
import { type ReadRow, readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';

const stageBatch = 2000;
const clearBatch = 20_000;

/** Forgets what an earlier dry run read. */
async function clear(run: JobRun, importId: string): Promise<void> {
  let more = true;
  while (more) {
    await importStep(run, importId, 'checking', async (tx) => {
      more = await clearRows(tx, importId, clearBatch);
      if (!more) await saveImport(tx, importId, { doneCount: 0, totalCount: null });
      return 0;
    });
  }
}

function rowsOf(ctx: Ctx, catalogue: Catalogue, file: StoredFileRef, writing: Writing): AsyncGenerator<ReadRow> {
  const rows = readRows(ctx, file, present(catalogue.kind(file.kind), 'a mapped kind exists'), writing);
  const held = catalogue.table(file.kind);
  return held ? readTable(rows, held.table, held.importable) : rows;
}

/**
 * Reads the files of an import from their beginning: a dry run that was killed leaves nothing that counts.
 *
 * @throws AtlasError `imports.file_changed`
 */
export async function stageFiles(run: JobRun, catalogue: Catalogue, importId: string): Promise<void> {
  await clear(run, importId);
  const [files, loaded] = await run.read((tx) => Promise.all([filesToStage(tx, importId), loadImport(tx, importId)]));
  const writing = present(loaded, 'an import is never deleted').head;
  const sequences = new Map<string, number>();
  const placed = (row: ReadRow): StagedRow => {
    const sequence = (sequences.get(row.kind) ?? 0) + 1;
    sequences.set(row.kind, sequence);
    return { ...row, sequence };
  };
  // Tables last: they refer to records that the other files describe better.
  const order = (file: StoredFileRef): number => (catalogue.table(file.kind) ? 1 : 0);
  for (const file of files.toSorted((one, other) => order(one) - order(other))) {
    const rowKind = catalogue.table(file.kind)?.importable.lines?.name ?? file.kind;
    let rowCount = 0;
    let batch: StagedRow[] = [];
    const flush = async () => {
      const rows = batch;
      batch = [];
      await importStep(run, importId, 'checking', async (tx) => {
        if (rows.length > 0) await insertRows(tx, importId, rows);
        await saveRowCount(tx, importId, file.position, rowCount);
        return 0;
      });
    };
    for await (const row of rowsOf(run.ctx, catalogue, file, writing)) {
      batch.push(placed(row));
      if (row.kind === rowKind) rowCount += 1;
      if (batch.length === stageBatch) await flush();
    }
    await flush();
  }
  await importStep(run, importId, 'checking', async (tx) => {
    await analyzeRows(tx);
    return 0;
  });
}
