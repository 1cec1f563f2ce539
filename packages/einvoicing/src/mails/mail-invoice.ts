import { AtlasError, uuidv7 } from '@atlas/kernel';
import { loadCustomer } from '@atlas/payments';
import { command, found, query } from '@atlas/platform';
import { loadInvoice } from '@atlas/sales';
import { invoiceMailRequested } from '../contract/events.ts';
import { listInvoiceMails as listRoute, mailInvoice as route } from '../contract/mails.ts';
import { askForPaper } from '../papers/print-invoice.ts';
import { insertMail, mailsOf } from './mails.repository.ts';

export const mailInvoice = command(route, async (tx, { id }) => {
  const { customerId } = found(await loadInvoice(tx, id), 'invoice');
  const paper = await askForPaper(tx, id);
  const { email } = await loadCustomer(tx, customerId);
  if (email === null)
    throw new AtlasError('einvoicing.no_address', 'The customer has no e-mail address: set it on the page of the customer.');
  const mail = { id: uuidv7(), invoiceId: id, paperId: paper.id };
  await insertMail(tx, mail);
  tx.record({ subjectId: id, after: { mailId: mail.id, paperId: paper.id, edition: paper.edition } });
  tx.emit(invoiceMailRequested, { mailId: mail.id, invoiceId: id });
  const { actor, now } = tx.ctx;
  return { id: mail.id, invoiceId: id, status: 'queued' as const, requestedBy: actor.id, createdAt: now };
});

export const listInvoiceMails = query(listRoute, async (tx, { id }) => {
  found(await loadInvoice(tx, id), 'invoice');
  return { items: await mailsOf(tx, id) };
});
