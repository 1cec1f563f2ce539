import { type Importable, type JobRun, job } from '@atlas/platform';
import { importCheckRequested } from '../contract/events.ts';
import { hanging } from '../domain/tree.ts';
import type { Catalogue } from '../imports/catalogue.ts';
import {
  countRows,
  nextRecords,
  refuseBrokenDocuments,
  refuseDuplicates,
  refuseHanging,
  saveOutcomes,
  settleLines,
  stagedKeys,
  stagedTree,
  stagedValues,
} from '../imports/import-rows.repository.ts';
import { saveImport } from '../imports/imports.repository.ts';
import { importStep, untilStopped } from './import-step.ts';
import { stageFiles } from './stage-files.ts';

const checkBatch = 500;

/** Judges the records of a kind in batches, without writing any of them. */
async function judge(run: JobRun, importId: string, importable: Importable): Promise<void> {
  const { kind, lines, after: before, above } = importable;
  const lineKind = lines?.name ?? null;
  const staged = await run.read((tx) => stagedKeys(tx, importId, above ? [...before, kind.name] : before));
  const own = above ? await run.read((tx) => stagedValues(tx, importId, kind.name)) : new Map();
  const has = (name: string, key: string) => staged.get(name)?.has(key) ?? false;
  const valuesOf = (key: string) => own.get(key) ?? null;
  let after = 0;
  let count: number;
  do {
    count = await importStep(run, importId, 'checking', async (tx) => {
      const records = await nextRecords(tx, importId, { kind: kind.name, lineKind, status: 'pending', after, limit: checkBatch });
      if (records.length > 0)
        await saveOutcomes(tx, importId, kind.name, lineKind, await importable.check(tx, records, { has, valuesOf }));
      after = records.at(-1)?.sequence ?? after;
      return records.length;
    });
  } while (count > 0);
  if (above) await judgeTree(run, importId, kind.name, above);
}

/** Refuses records of a tree that will never have what they stand below. */
async function judgeTree(run: JobRun, importId: string, kind: string, above: NonNullable<Importable['above']>): Promise<void> {
  const rows = await run.read((tx) => stagedTree(tx, importId, kind));
  const keys = hanging(rows.map(({ key, data, isRefused }) => ({ key, above: above(data), isReady: !isRefused })));
  if (keys.length === 0) return;
  await importStep(run, importId, 'checking', async (tx) => {
    await refuseHanging(tx, importId, kind, keys);
    return 0;
  });
}

/** The dry run: reads every file and judges every record. */
export const checkImportJob = (catalogue: Catalogue) =>
  job({
    name: 'imports.import.check_files',
    on: importCheckRequested,
    run: (run, { importId }) =>
      untilStopped(run, importId, 'checking', async () => {
        await stageFiles(run, catalogue, importId);
        const kinds = catalogue.importables.map(({ kind }) => kind.name);
        await importStep(run, importId, 'checking', async (tx) => {
          for (const { kind, lines } of catalogue.importables) {
            await refuseDuplicates(tx, importId, kind.name, lines?.name ?? null);
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
