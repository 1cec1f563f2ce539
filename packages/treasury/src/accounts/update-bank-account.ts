import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { updateBankAccount as route } from '../contract/bank-accounts.ts';
import { bankAccountUpdated } from '../contract/events.ts';
import { checkMapping, checkStandsFor, keptNumber } from './account-fields.ts';
import { type BankAccountRow, hasStatements, loadBankAccount, saveBankAccount } from './accounts.repository.ts';

export const updateBankAccount = command(route, async (tx, { id, version, archived, ...changes }) => {
  const before = found(await loadBankAccount(tx, id, true), 'bank account');
  sameVersion(before.version, version);
  checkMapping(changes.csvMapping ?? null);
  const number = changes.number === undefined ? {} : keptNumber(changes.number);
  const after: BankAccountRow = { ...before, ...definedOnly(changes), ...number, version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  if (after.currency !== before.currency && (await hasStatements(tx, id)))
    throw new AtlasError('treasury.currency_in_use', `The account has statements in ${before.currency}: create another account.`);
  if (after.ledgerAccountId !== before.ledgerAccountId) await checkStandsFor(tx, after.ledgerAccountId);
  await saveBankAccount(tx, after);
  tx.record({ subjectId: id, before, after });
  tx.emit(bankAccountUpdated, { bankAccountId: id });
  return after;
});
