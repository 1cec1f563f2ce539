import { moneyJson } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { type KeptTax, loadDocumentTaxes } from '@atlas/tax';
import { type Invoice, loadInvoiceRow } from './invoice-reads.repository.ts';
import { taxSource } from './invoice-taxes.ts';

/** A document with its taxes as they are kept; null where there is none. */
export async function loadInvoiceAndTaxes(
  tx: TenantTx,
  id: string,
  lock = false,
): Promise<{ invoice: Invoice | null; kept: readonly KeptTax[] }> {
  const [row, kept] = await Promise.all([loadInvoiceRow(tx, id, lock), loadDocumentTaxes(tx, taxSource(id))]);
  if (!row) return { invoice: null, kept };
  const amount = (minor: bigint) => moneyJson(row.kind === 'credit_note' ? -minor : minor, row.currency);
  const taxes = kept.map(({ accountId: _own, contraAccountId: _contra, baseMinor, amountMinor, ...tax }) => ({
    ...tax,
    base: amount(baseMinor),
    amount: amount(amountMinor),
  }));
  return { invoice: { ...row, taxes }, kept };
}

/** An invoice with its lines and taxes, or null; locked until the end of the transaction when asked. */
export const loadInvoice = async (tx: TenantTx, id: string, lock = false): Promise<Invoice | null> =>
  (await loadInvoiceAndTaxes(tx, id, lock)).invoice;
