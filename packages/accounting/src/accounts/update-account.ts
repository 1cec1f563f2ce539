import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { updateAccount as route } from '../contract/accounts.ts';
import { type AccountRow, loadAccount, lockAccount, saveAccountVersion } from './accounts.repository.ts';

export const updateAccount = command(route, async (tx, { id, version, archived, ...changes }) => {
  await lockAccount(tx, id);
  const before = found(await loadAccount(tx, id), 'account');
  sameVersion(before.version, version);
  if (archived && before.role !== null)
    throw new AtlasError('accounting.account_in_use', `Commands post to ${before.code} ${before.name}.`);
  const after: AccountRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await saveAccountVersion(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});
