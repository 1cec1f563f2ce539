import { moneyJson } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { type KeptTax, loadDocumentTaxes } from '@atlas/tax';
import { type Bill, loadUntaxed, type Untaxed } from './bill-reads.repository.ts';
import { sourceKind } from './prepared-bill.ts';

/** The taxes of a bill as its document says them: on a credit note they are kept with a minus. */
export async function taxesAsSaid(tx: TenantTx, id: string): Promise<(kind: Bill['kind']) => KeptTax[]> {
  const kept = await loadDocumentTaxes(tx, { sourceKind, sourceId: id });
  return (kind) =>
    kind === 'bill' ? kept : kept.map((tax) => ({ ...tax, baseMinor: -tax.baseMinor, amountMinor: -tax.amountMinor }));
}

function taxJson(tax: KeptTax, { currency }: Untaxed): Bill['taxes'][number] {
  const { taxId, code, name, operation, value, baseMinor, amountMinor } = tax;
  return { taxId, code, name, operation, value, base: moneyJson(baseMinor, currency), amount: moneyJson(amountMinor, currency) };
}

/** A bill with its lines and taxes, or null; locked until the end of the transaction when asked. */
export async function loadBill(tx: TenantTx, id: string, lock = false): Promise<Bill | null> {
  const [bill, taxes] = await Promise.all([loadUntaxed(tx, id, lock), taxesAsSaid(tx, id)]);
  return bill && { ...bill, taxes: taxes(bill.kind).map((tax) => taxJson(tax, bill)) };
}
