import { command } from '@atlas/platform';
import { createBankAccount as route } from '../contract/bank-accounts.ts';
import { bankAccountCreated } from '../contract/events.ts';
import { checkMapping, checkStandsFor, keptNumber } from './account-fields.ts';
import { insertBankAccount } from './accounts.repository.ts';

export const createBankAccount = command(route, async (tx, fields) => {
  checkMapping(fields.csvMapping);
  const number = keptNumber(fields.number);
  await checkStandsFor(tx, fields.ledgerAccountId);
  const account = await insertBankAccount(tx, { ...fields, ...number });
  tx.record({ subjectId: account.id, after: account });
  tx.emit(bankAccountCreated, { bankAccountId: account.id });
  return account;
});
