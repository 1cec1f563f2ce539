import { AtlasError, laterOf, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { voidInvoice as route } from '../contract/invoices.ts';
import { figuresOf } from './invoice-taxes.ts';
import { issuePrepared } from './issue-prepared.ts';
import { loadInvoice, loadInvoiceAndTaxes } from './load-invoice.ts';
import { lockCreditedInvoices } from './lock-credited.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const voidInvoice = command(route, async (tx, { id, date }) => {
  await lockCreditedInvoices(tx, [id]);
  const loaded = await loadInvoiceAndTaxes(tx, id);
  const invoice = found(loaded.invoice, 'invoice');
  if (invoice.kind !== 'invoice' || invoice.status !== 'posted' || invoice.open.amount !== invoice.payable.amount) {
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
    paymentTermsId: null,
    // Whoever sees the invoice sees what took it back.
    ownerId: invoice.ownerId,
    // What its lines were for is what those of the invoice were for, in use or not.
    lines: invoice.lines.map((line) => ({ ...line, dimensions: [] })),
    // What was posted of them stands among the lines of its figures.
    charges: [],
  };
  const prepared = await prepareInvoices(tx, [creditNote], () => '');
  // It takes back what was posted, to the cent, whatever its taxes are now and however they are rounded.
  const figures = figuresOf(invoice, loaded.kept);
  const mirrored = prepared.invoices.map((note) => ({ ...note, ...figures }));
  const [issued] = await issuePrepared(tx, { ...prepared, invoices: mirrored });
  return present(await loadInvoice(tx, present(issued, 'one credit note was issued').id), 'the credit note was just issued');
});
