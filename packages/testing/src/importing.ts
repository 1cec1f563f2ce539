import type { Output } from '@atlas/contract';
import type * as imports from '@atlas/imports/contract';
import { doBackgroundWork } from './deliver.ts';
import { operationNamed } from './operations.ts';
import type { World } from './world.ts';

const createImport = operationNamed<typeof imports.createImport>('imports.import.create');
const addImportFile = operationNamed<typeof imports.addImportFile>('imports.file.add');
const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');

export type ImportState = Output<typeof imports.getImport>;

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Uploads files into a new import. */
export async function upload(world: World, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const { id } = await world.run(createImport, {});
  for (const [name, content] of Object.entries(files)) await world.run(addImportFile, { id, name, content: bytesOf(content) });
  return id;
}

/** Uploads files, makes the dry run and says what it found. */
export async function dryRun(world: World, files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportState> {
  const id = await upload(world, files);
  await world.run(checkImport, { id });
  await doBackgroundWork(world);
  return world.run(getImport, { id });
}

/** Uploads files, makes the dry run, runs it and says what became of it. */
export async function importFiles(world: World, files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportState> {
  const { id } = await dryRun(world, files);
  await world.run(runImport, { id });
  await doBackgroundWork(world);
  return world.run(getImport, { id });
}
