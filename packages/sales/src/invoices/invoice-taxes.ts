import { moneyFromJson } from '@atlas/kernel';
import type { Sql, TenantTx } from '@atlas/platform';
import { insertDocumentTaxes, type KeptTax } from '@atlas/tax';
import { linesOfCharges } from './charge-lines.ts';
import type { Invoice } from './invoice-reads.repository.ts';
import type { PreparedInvoice } from './prepare-invoices.ts';

/** How the taxes of an invoice or credit note are kept. */
export const taxSource = (sourceId: string) => ({ sourceKind: 'sales.invoice', sourceId });

/** The statement that keeps the taxes of documents; of drafts without an entry. */
export const keepTaxes = (tx: TenantTx, invoices: readonly (PreparedInvoice & { readonly entryId?: string })[]): Sql =>
  insertDocumentTaxes(
    tx,
    invoices.map(({ id, kind, date, currency, taxes, entryId = null }) => {
      const document = { direction: 'sale' as const, date, currency, takesBack: kind === 'credit_note', entryId, taxes };
      return { ...taxSource(id), ...document };
    }),
  );

/** The amounts of a document as it was written: what it came to then, whatever its taxes are now. */
export function figuresOf(invoice: Invoice, kept: readonly KeptTax[]) {
  const minor = ({ amount, currency }: Invoice['net']): bigint => moneyFromJson({ amount, currency }).minor;
  const signed = (value: bigint): bigint => (invoice.kind === 'credit_note' ? -value : value);
  return {
    netMinor: minor(invoice.net),
    taxMinor: minor(invoice.tax),
    grossMinor: minor(invoice.gross),
    withheldMinor: minor(invoice.withheld),
    payableMinor: minor(invoice.payable),
    lines: [
      ...invoice.lines.map((line) => ({ ...line, charge: null, netMinor: minor(line.net), taxMinor: minor(line.tax) })),
      ...linesOfCharges(invoice, minor),
    ],
    taxes: kept.map((tax) => ({ ...tax, baseMinor: signed(tax.baseMinor), amountMinor: signed(tax.amountMinor) })),
  };
}
