import { AtlasError, laterOf, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { voidInvoice as route } from '../contract/invoices.ts';
import { loadInvoice } from './invoice-reads.repository.ts';
import { issuePrepared } from './issue-prepared.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const voidInvoice = command(route, async (tx, { id, date }) => {
  const invoice = found(await loadInvoice(tx, id, true), 'invoice');
  if (invoice.kind !== 'invoice' || invoice.status !== 'posted' || invoice.open.amount !== invoice.gross.amount) {
    throw new AtlasError('sales.not_voidable', 'Only a posted invoice that nothing was paid or credited on can be voided.');
  }
  const creditNote = {
    kind: 'credit_note' as const,
    customerId: invoice.customerId,
    date: date ?? laterOf(tx.ctx.today, invoice.date),
    reference: null,
    note: `Voids ${invoice.number}`,
    shipCountry: invoice.shipCountry,
    creditedInvoiceId: id,
    // Whoever sees the invoice sees what took it back.
    ownerId: invoice.ownerId,
    lines: invoice.lines,
  };
  const [issued] = await issuePrepared(tx, await prepareInvoices(tx, [creditNote], () => ''));
  return present(await loadInvoice(tx, present(issued, 'one credit note was issued').id), 'the credit note was just issued');
});
