import { AtlasError, present } from '@atlas/kernel';
import { checkOwners, command, found, sameVersion } from '@atlas/platform';
import { deleteDocumentTaxes } from '@atlas/tax';
import { updateInvoice as route } from '../contract/invoices.ts';
import { keepTaxes, taxSource } from './invoice-taxes.ts';
import { replaceDraft } from './invoices.repository.ts';
import { loadInvoice } from './load-invoice.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const updateInvoice = command(route, async (tx, { id, version, ...input }) => {
  const before = found(await loadInvoice(tx, id, true), 'invoice');
  if (before.status !== 'draft')
    throw new AtlasError('sales.invoice_posted', `${before.number} is posted. Correct it by a credit note.`);
  sameVersion(before.version, version);
  const { ownerId = before.ownerId } = input;
  if (ownerId !== before.ownerId) await checkOwners(tx, [input]);
  // A draft is replaced whole, except for what was hidden from who replaces it.
  const hidden = tx.ctx.hides?.includes('note') ? { note: before.note } : {};
  const { invoices } = await prepareInvoices(tx, [{ ...input, ...hidden, ownerId }], () => '');
  const draft = { ...present(invoices[0], 'one invoice was prepared'), id };
  const taxes = { forget: deleteDocumentTaxes(tx, taxSource(id)), keep: keepTaxes(tx, [draft]) };
  const [, loaded] = await Promise.all([replaceDraft(tx, draft, taxes), loadInvoice(tx, id)]);
  const after = present(loaded, 'the draft was just written');
  tx.record({ subjectId: id, before, after });
  return after;
});
