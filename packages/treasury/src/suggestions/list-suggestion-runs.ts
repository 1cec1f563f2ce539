import { found, query } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { listSuggestionRuns as route } from '../contract/suggestions.ts';
import { pageOfSuggestionRuns } from './suggestion-runs.repository.ts';

export const listSuggestionRuns = query(route, async (tx, input) => {
  found(await loadBankAccount(tx, input.id), 'bank account');
  return pageOfSuggestionRuns(tx, input);
});
