import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createAccount as route } from '../contract/accounts.ts';
import { insertAccount, loadAccount } from './accounts.repository.ts';
import { checkCashFlow } from './check-cash-flow.ts';

export const createAccount = command(route, async (tx, fields) => {
  if (fields.parentId !== null) {
    const parent = await loadAccount(tx, fields.parentId);
    if (!parent) throw new AtlasError('accounting.unknown_account', 'There is no such heading.');
    if (!parent.isGroup || parent.type !== fields.type) {
      throw new AtlasError('accounting.not_a_group', `${parent.code} is not a heading of ${fields.type} accounts.`);
    }
  }
  checkCashFlow(fields.type, fields.cashFlow);
  const account = { ...fields, id: uuidv7(), role: null, archivedAt: null, version: 1 };
  await insertAccount(tx, account);
  return account;
});
