import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { type Actor, type Callable, type Ctx, contextOf, folderStorage, type Storage } from '@atlas/platform';
import { inject } from 'vitest';
import { testDatabase } from './database.ts';
import { testSecret } from './services/program.ts';

export type CtxOptions = { readonly key?: string; readonly actor?: Actor; readonly at?: string };

/** A workspace of its own with a person who may do everything in it. */
export type World = {
  readonly tenantId: string;
  readonly userId: string;
  ctx(options?: CtxOptions): Ctx;
  /** Runs an operation as that person. */
  run<R extends Route>(operation: Callable<R>, input: unknown, options?: CtxOptions): Promise<Output<R>>;
};

export const allowing = (...permissions: string[]): Actor => ({
  kind: 'user',
  id: uuidv7(),
  may: (permission) => permissions.includes(permission),
});

let folder: string | undefined;
let storage: Storage | undefined;

export const testStorageFolder = (): string => {
  folder ??= mkdtempSync(join(inject('testFolder'), 'files-'));
  return folder;
};

/** Files of this worker's tests. */
export const testStorage = (): Storage => {
  storage ??= folderStorage(testStorageFolder(), testSecret);
  return storage;
};

/** A fresh tenant; a test that makes its own can run beside any other. */
export const newWorld = (): Promise<World> => worldOf(uuidv7(), uuidv7());

/** A tenant as one person sees it who may do everything there. */
export async function worldOf(tenantId: string, userId: string): Promise<World> {
  const { db, people } = await testDatabase();
  const owner: Actor = { kind: 'user', id: userId, may: () => true };
  const ctx = ({ key, actor = owner, at = '2026-03-31T09:00:00.000Z' }: CtxOptions = {}): Ctx =>
    contextOf({
      db,
      storage: testStorage(),
      people,
      tenantId,
      actor,
      requestId: `test-${uuidv7()}`,
      at: new Date(at),
      ...(key === undefined ? {} : { idempotencyKey: key }),
    });
  return { tenantId, userId, ctx, run: (operation, input, options) => operation(ctx(options), input) };
}
