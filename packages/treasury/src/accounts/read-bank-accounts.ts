import { found, query } from '@atlas/platform';
import {
  readBankBalances as balancesRoute,
  getBankAccount as getRoute,
  listBankAccounts as listRoute,
} from '../contract/bank-accounts.ts';
import { loadBankAccount, pageOfBankAccounts } from './accounts.repository.ts';
import { balancesOf } from './balances.repository.ts';

export const getBankAccount = query(getRoute, async (tx, { id }) => found(await loadBankAccount(tx, id), 'bank account'));

export const listBankAccounts = query(listRoute, pageOfBankAccounts);

export const readBankBalances = query(balancesRoute, async (tx, { id, from, to }) => {
  const account = found(await loadBankAccount(tx, id), 'bank account');
  return { items: await balancesOf(tx, account, { from, to }) };
});
