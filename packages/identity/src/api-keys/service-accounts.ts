import { AtlasError } from '@atlas/kernel';
import { command, found, query } from '@atlas/platform';
import {
  archiveServiceAccount as archiveRoute,
  createServiceAccount as createRoute,
  listServiceAccounts as listRoute,
} from '../contract/api-keys.ts';
import { allAccounts, archiveAccount, insertAccount, lockAccount } from './api-keys.repository.ts';

export const createServiceAccount = command(createRoute, (tx, { name }) => insertAccount(tx, name));

export const listServiceAccounts = query(listRoute, async (tx) => ({ items: await allAccounts(tx) }));

export const archiveServiceAccount = command(archiveRoute, async (tx, { id }) => {
  const before = found(await lockAccount(tx, id), 'service account');
  if (before.archivedAt !== null) throw new AtlasError('identity.account_archived', `${before.name} was ended already.`);
  const after = { ...before, archivedAt: tx.ctx.now, version: before.version + 1 };
  archiveAccount(tx, id);
  tx.record({ subjectId: id, before, after });
  return after;
});
