import { found, query } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { listMatchingRules as route } from '../contract/matching-rules.ts';
import { pageOfRules } from './rules.repository.ts';

export const listMatchingRules = query(route, async (tx, input) => {
  found(await loadBankAccount(tx, input.bankAccountId), 'bank account');
  return pageOfRules(tx, input);
});
