import { AtlasError } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { deleteDocumentTaxes } from '@atlas/tax';
import { deleteInvoice as route } from '../contract/invoices.ts';
import { taxSource } from './invoice-taxes.ts';
import { deleteDraft } from './invoices.repository.ts';
import { loadInvoice } from './load-invoice.ts';

export const deleteInvoice = command(route, async (tx, { id }) => {
  const before = found(await loadInvoice(tx, id, true), 'invoice');
  if (before.status !== 'draft')
    throw new AtlasError('sales.invoice_posted', `${before.number} is posted. Correct it by a credit note.`);
  await deleteDraft(tx, id, deleteDocumentTaxes(tx, taxSource(id)));
  tx.record({ subjectId: id, before });
  return { id };
});
