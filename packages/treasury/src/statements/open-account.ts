import { AtlasError } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import { type BankAccountRow, loadBankAccount } from '../accounts/accounts.repository.ts';

/** A bank account that still takes statements, locked until the end of the transaction. @throws AtlasError `not_found`, `treasury.archived` */
export async function openAccount(tx: TenantTx, id: string): Promise<BankAccountRow> {
  const account = found(await loadBankAccount(tx, id, true), 'bank account');
  if (account.archivedAt) throw new AtlasError('treasury.archived', `${account.name} is archived: bring it back first.`);
  return account;
}
