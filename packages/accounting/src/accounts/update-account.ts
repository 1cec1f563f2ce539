import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion, type TenantTx } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { roleTypes, updateAccount as route } from '../contract/accounts.ts';
import { controlRoles } from '../domain/chart.ts';
import {
  type AccountRow,
  accountWithRole,
  hasLines,
  loadAccount,
  lockAccount,
  saveAccountVersion,
} from './accounts.repository.ts';
import { checkCashFlow } from './check-cash-flow.ts';

/** What a sub-ledger has posted to stays its account: its documents would no longer add up to another's balance. */
async function checkRole(tx: TenantTx, before: AccountRow, after: AccountRow): Promise<void> {
  const name = `${before.code} ${before.name}`;
  if (before.role !== null && controlRoles.has(before.role) && (await hasLines(tx, before.id)))
    throw new AtlasError('accounting.account_in_use', `Documents are posted to ${name} as ${before.role}.`);
  if (after.role === null) return;
  if (roleTypes[after.role] !== after.type || after.isGroup || after.archivedAt !== null)
    throw new AtlasError(
      'accounting.role_of_another_type',
      `"${after.role}" takes an account of type ${roleTypes[after.role]} that is in use and no heading.`,
    );
  if (controlRoles.has(after.role) && (await hasLines(tx, after.id)))
    throw new AtlasError('accounting.account_in_use', `${name} has postings that no document explains.`);
  const holder = await accountWithRole(tx, after.role);
  if (holder) throw new AtlasError('accounting.role_taken', `${holder} stands for "${after.role}". Take it from there first.`);
}

export const updateAccount = command(route, async (tx, { id, version, archived, ...changes }) => {
  // Two accounts cannot take one role at once.
  if (changes.role !== undefined) await lockBooks(tx);
  await lockAccount(tx, id);
  const before = found(await loadAccount(tx, id), 'account');
  sameVersion(before.version, version);
  const after: AccountRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived && after.role !== null)
    throw new AtlasError('accounting.account_in_use', `Commands post to ${before.code} ${before.name}.`);
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  checkCashFlow(after.type, after.cashFlow);
  if (after.role !== before.role) await checkRole(tx, before, after);
  await saveAccountVersion(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});
