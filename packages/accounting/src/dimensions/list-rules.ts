import { found, query } from '@atlas/platform';
import { loadAccount } from '../accounts/accounts.repository.ts';
import { listDimensionRules as route } from '../contract/dimensions.ts';
import { rulesOfAccount } from './rules.repository.ts';

export const listDimensionRules = query(route, async (tx, { accountId }) => {
  const [account, items] = await Promise.all([loadAccount(tx, accountId), rulesOfAccount(tx, accountId)]);
  found(account, 'account');
  return { items };
});
