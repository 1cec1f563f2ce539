import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Output } from '@atlas/contract';
import type * as imports from '@atlas/imports/contract';
import type { Storage } from '@atlas/platform';
import { doBackgroundWork } from './deliver.ts';
import { operationNamed } from './operations.ts';
import { testStorage, type World } from './world.ts';

const createImport = operationNamed<typeof imports.createImport>('imports.import.create');
const addImportFile = operationNamed<typeof imports.addImportFile>('imports.file.add');
const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');

export type ImportState = Output<typeof imports.getImport>;

/** A file as operations take it: bytes that can be read again. */
export const bytesOf = (content: string | Uint8Array): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  },
});

/** Sends bytes to the target of an upload, as a client of the API would. */
export async function sendBytes(
  { id, url, headers }: Output<typeof imports.beginImportUpload>,
  content: AsyncIterable<Uint8Array>,
  storage: Storage = testStorage(),
): Promise<void> {
  const body = await buffer(content);
  if (URL.canParse(url)) {
    const { status } = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) });
    if (status !== 200) throw new Error(`the bucket answered with ${status}`);
  } else
    await storage.incoming.receive?.({
      uploadId: id,
      token: new URL(url, 'http://api').searchParams.get('token') ?? '',
      contentType: headers['content-type'],
      byteCount: body.length,
      content: Readable.from([body]),
    });
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
