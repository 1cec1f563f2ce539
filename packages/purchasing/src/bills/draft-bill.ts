import { present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { Bill } from './bill-reads.repository.ts';
import { keepTaxes } from './bill-taxes.ts';
import { insertBills } from './bills.repository.ts';
import { loadBill } from './load-bill.ts';
import { prepareBills } from './prepare-bills.ts';
import type { NewBill } from './prepared-bill.ts';

/** Writes a draft. @throws AtlasError as {@link prepareBills} */
export async function draftBill(tx: TenantTx, input: NewBill): Promise<Bill> {
  const { bills } = await prepareBills(tx, [input]);
  const draft = present(bills[0], 'one bill was prepared');
  insertBills(tx, [{ ...draft, status: 'draft', number: null, entryId: null, openMinor: 0n, inBooks: null }]);
  keepTaxes(tx, [{ ...draft, entryId: null }]);
  return present(await loadBill(tx, draft.id), 'the draft was just written');
}
