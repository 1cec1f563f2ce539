import { checkAccounts, entryAccounts } from '@atlas/accounting';
import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';

/** Kept by documents of their own. */
const subLedgers = new Set(['receivable', 'payable']);

/**
 * Accounts that take what assets and deferrals post.
 *
 * @throws AtlasError `accounting.unknown_account`, `accounting.account_takes_no_postings`, `accounting.control_account`
 */
export async function checkPostable(tx: TenantTx, ids: readonly string[]): Promise<void> {
  const accounts = await entryAccounts(tx, ids);
  checkAccounts(
    ids.map((accountId) => ({ accountId })),
    accounts,
  );
  for (const { code, role } of accounts.values()) {
    if (subLedgers.has(role ?? '')) throw new AtlasError('accounting.control_account', `${code} is kept by its documents.`);
  }
}
