import { present } from '@atlas/kernel';
import { type Importable, type JobRun, job } from '@atlas/platform';
import { importCheckRequested } from '../contract/events.ts';
import type { Catalogue } from '../imports/catalogue.ts';
import {
  clearRows,
  countRows,
  insertRows,
  nextRecords,
  refuseBrokenDocuments,
  refuseDuplicates,
  type StagedRow,
  saveOutcomes,
  settleLines,
  stagedKeys,
} from '../imports/import-rows.repository.ts';
import { filesToStage, loadImport, saveImport, saveRowCount } from '../imports/imports.repository.ts';
import { importStep, untilCancelled } from './import-step.ts';
import { stagedRows, type Writing } from './stage-rows.ts';

const stageBatch = 2000;
const checkBatch = 500;
const clearBatch = 20_000;

/** Reads the files again from their beginning: a dry run that was killed leaves nothing that counts. */
async function stage(run: JobRun, catalogue: Catalogue, importId: string): Promise<void> {
  const step = (work: Parameters<typeof importStep>[3]) => importStep(run, importId, 'checking', work);
  let more = true;
  while (more) {
    await step(async (tx) => {
      more = await clearRows(tx, importId, clearBatch);
      if (!more) await saveImport(tx, importId, { doneCount: 0, totalCount: null });
      return 0;
    });
  }
  const [files, loaded] = await run.read((tx) => Promise.all([filesToStage(tx, importId), loadImport(tx, importId)]));
  const writing: Writing = present(loaded, 'an import is never deleted').head;
  const sequences = new Map<string, number>();
  for (const file of files) {
    const kind = present(catalogue.kind(file.kind), 'a mapped kind exists');
    const first = sequences.get(kind.name) ?? 1;
    let batch: StagedRow[] = [];
    let rowCount = 0;
    const flush = async () => {
      const rows = batch;
      batch = [];
      rowCount += rows.length;
      await step(async (tx) => {
        if (rows.length > 0) await insertRows(tx, importId, rows);
        await saveRowCount(tx, importId, file.position, rowCount);
        return 0;
      });
    };
    for await (const row of stagedRows(run.ctx, file, kind, writing, first)) {
      batch.push(row);
      if (batch.length === stageBatch) await flush();
    }
    await flush();
    sequences.set(kind.name, first + rowCount);
  }
}

/** Judges the records of a kind in batches, without writing any of them. */
async function judge(run: JobRun, importId: string, importable: Importable): Promise<void> {
  const { kind, lines, after: before } = importable;
  const lineKind = lines?.name ?? null;
  const staged = await run.read((tx) => stagedKeys(tx, importId, before));
  const has = (name: string, key: string) => staged.get(name)?.has(key) ?? false;
  let after = 0;
  let count: number;
  do {
    count = await importStep(run, importId, 'checking', async (tx) => {
      const records = await nextRecords(tx, importId, { kind: kind.name, lineKind, status: 'pending', after, limit: checkBatch });
      if (records.length > 0) await saveOutcomes(tx, importId, kind.name, lineKind, await importable.check(tx, records, { has }));
      after = records.at(-1)?.sequence ?? after;
      return records.length;
    });
  } while (count > 0);
}

/** The dry run: reads every file and judges every record. */
export const checkImportJob = (catalogue: Catalogue) =>
  job({
    name: 'imports.import.check_files',
    on: importCheckRequested,
    run: (run, { importId }) =>
      untilCancelled(async () => {
        await stage(run, catalogue, importId);
        const kinds = catalogue.importables.map(({ kind }) => kind.name);
        await importStep(run, importId, 'checking', async (tx) => {
          for (const { kind, lines } of catalogue.importables) {
            await refuseDuplicates(tx, importId, kind.name);
            if (lines) await refuseBrokenDocuments(tx, importId, kind.name, lines.name);
          }
          await saveImport(tx, importId, { totalCount: await countRows(tx, importId, kinds, 'pending') });
          return 0;
        });
        for (const importable of catalogue.importables) await judge(run, importId, importable);
        await importStep(run, importId, 'checking', async (tx) => {
          for (const { kind, lines } of catalogue.importables) if (lines) await settleLines(tx, importId, kind.name, lines.name);
          await saveImport(tx, importId, { status: 'checked' });
          return 0;
        });
      }),
  });
