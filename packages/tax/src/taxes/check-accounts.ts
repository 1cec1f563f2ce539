import { entryAccounts } from '@atlas/accounting';
import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';

type Accounts = { readonly salesAccountId?: string | null | undefined; readonly purchaseAccountId?: string | null | undefined };

const refusedAt = (field: string, code: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer: `/${field}`, code, message }] });

/**
 * Taxes are posted to accounts of the chart that take postings.
 *
 * @throws AtlasError `accounting.unknown_account`, `accounting.account_takes_no_postings`
 */
export async function checkTaxAccounts(tx: TenantTx, { salesAccountId, purchaseAccountId }: Accounts): Promise<void> {
  const named = Object.entries({ salesAccountId, purchaseAccountId }).filter((each): each is [string, string] => !!each[1]);
  if (named.length === 0) return;
  const accounts = await entryAccounts(
    tx,
    named.map(([, id]) => id),
  );
  for (const [field, id] of named) {
    const account = accounts.get(id);
    if (!account) throw refusedAt(field, 'accounting.unknown_account', 'There is no such account.');
    if (account.isGroup || account.archived) {
      const message = `${account.code} is ${account.isGroup ? 'a heading' : 'archived'}.`;
      throw refusedAt(field, 'accounting.account_takes_no_postings', message);
    }
  }
}
