import { entryAccounts } from '@atlas/accounting';
import type { TenantTx } from '@atlas/platform';
import type { Level } from '../domain/default-levels.ts';

/** Index of a level whose fee has no account that takes postings and that no sub-ledger keeps; or −1. */
export async function levelWithoutAccount(tx: TenantTx, levels: readonly Level[]): Promise<number> {
  const named = levels.flatMap(({ feeAccountId }) => feeAccountId ?? []);
  const accounts = named.length === 0 ? new Map() : await entryAccounts(tx, named);
  return levels.findIndex(({ feeMinor, feeAccountId }) => {
    if (feeAccountId === null) return feeMinor > 0n;
    const account = accounts.get(feeAccountId);
    return !account || account.isGroup || account.archived || ['receivable', 'payable'].includes(account.role ?? '');
  });
}
