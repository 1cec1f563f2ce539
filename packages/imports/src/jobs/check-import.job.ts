import { type Importable, type JobRun, job } from '@atlas/platform';
import { importCheckRequested } from '../contract/events.ts';
import type { Catalogue } from '../imports/catalogue.ts';
import {
  countRows,
  nextRecords,
  refuseBrokenDocuments,
  refuseDuplicates,
  saveOutcomes,
  settleLines,
  stagedKeys,
} from '../imports/import-rows.repository.ts';
import { saveImport } from '../imports/imports.repository.ts';
import { importStep, untilStopped } from './import-step.ts';
import { stageFiles } from './stage-files.ts';

const checkBatch = 500;

/** Judges the records of a kind in batches, without writing any of them. */
async function judge(run: JobRun, importId: string, importable: Importable): Promise<void> {
  const { kind, lines, after: before, tree } = importable;
  const lineKind = lines?.name ?? null;
  const staged = await run.read((tx) => stagedKeys(tx, importId, tree ? [...before, kind.name] : before));
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
