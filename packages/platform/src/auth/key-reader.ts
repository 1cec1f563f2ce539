import type { Grant, Role } from '@atlas/kernel';
import { type Ctx, contextOf, systemActor } from '../context.ts';
import type { Database } from '../db/database.ts';
import { readTransaction } from '../db/transaction.ts';
import { systemWrite } from '../queue/job-run.ts';
import type { Storage } from '../storage/storage.ts';
import { standingOf } from '../workspace/standing.repository.ts';
import type { Standing } from '../workspace/standing.ts';
import { type ApiKeyParts, isSameKey, readApiKey } from './api-key.ts';
import { keyByPublicId, saveKeyUse } from './api-keys.repository.ts';

/** The program behind an API key. */
export type KeyHolder = {
  readonly tenantId: string;
  readonly serviceAccountId: string;
  readonly keyId: string;
  readonly publicId: string;
  /** What it may do, as one role that is the key's own. */
  readonly roles: readonly Role[];
  /** How its workspace stands. */
  readonly standing: Standing;
};

type Known = { readonly until: number; readonly holder: KeyHolder | null };

/** How long a process may go on with what it read: a revoked key is dead everywhere after this. */
const memoryMs = 1000;
const maxRemembered = 10_000;
const usedEveryMs = 60_000;

export type KeyReader = (text: string) => Promise<KeyHolder | null>;

const ctxOf = (db: Database, storage: Storage, { tenantId }: ApiKeyParts): Ctx =>
  contextOf({ db, storage, tenantId, actor: systemActor, requestId: 'api-key' });

async function lookUp(ctx: Ctx, given: ApiKeyParts): Promise<KeyHolder | null> {
  const [row, standing] = await readTransaction(ctx, (tx) => Promise.all([keyByPublicId(tx, given.publicId), standingOf(tx)]));
  if (!row || row.ended || !isSameKey(given, row.digest)) return null;
  const { keyId, serviceAccountId, permissions } = row;
  const grants: Grant[] = permissions.map((permission) => ({ permission, scope: 'all' }));
  const { tenantId, publicId } = given;
  return { tenantId, publicId, keyId, serviceAccountId, standing, roles: [{ code: `key:${publicId}`, name: publicId, grants }] };
}

/**
 * Reads the program behind an API key: looked up inside the tenant that the key names, and remembered for a second, so
 * that a busy key costs one query a second and needs no Redis. When it was last used is written down once a minute.
 */
export function keyReader(db: Database, storage: Storage): KeyReader {
  const remembered = new Map<string, Known>();
  const used = new Map<string, number>();

  const noteUse = (ctx: Ctx, { keyId }: KeyHolder): void => {
    if (Date.now() - (used.get(keyId) ?? 0) < usedEveryMs) return;
    if (used.size >= maxRemembered) used.clear();
    used.set(keyId, Date.now());
    const write = systemWrite(ctx, 'identity.api_key.use', async (tx) => saveKeyUse(tx, keyId));
    // A note that is lost is written a minute later.
    write.catch(() => used.delete(keyId));
  };

  return async (text) => {
    const given = readApiKey(text);
    if (!given) return null;
    const name = `${given.publicId}${given.digest.toString('base64')}${given.tenantId}`;
    const known = remembered.get(name);
    if (known && known.until > Date.now()) return known.holder;
    const until = Date.now() + memoryMs;
    const ctx = ctxOf(db, storage, given);
    const holder = await lookUp(ctx, given);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(name, { until, holder });
    if (holder) noteUse(ctx, holder);
    return holder;
  };
}
