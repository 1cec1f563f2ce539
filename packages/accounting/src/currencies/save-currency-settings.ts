import { command } from '@atlas/platform';
import { entryAccounts } from '../accounts/accounts.repository.ts';
import { saveCurrencySettings as route } from '../contract/currencies.ts';
import { checkAccounts } from '../domain/check-entry.ts';
import { loadSettings, saveSettings } from './settings.repository.ts';

export const saveCurrencySettings = command(route, async (tx, after) => {
  const ids = after.revaluedAccountIds;
  const [before, accounts] = await Promise.all([loadSettings(tx), entryAccounts(tx, ids)]);
  checkAccounts(
    ids.map((accountId) => ({ accountId })),
    accounts,
  );
  await saveSettings(tx, after);
  tx.record({ subjectId: tx.ctx.tenantId, before, after });
  return after;
});
