import type { Input } from '@atlas/contract';
import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { loadCustomer } from '@atlas/payments';
import { command, found, query, type TenantTx } from '@atlas/platform';
import { loadInvoice } from '@atlas/sales';
import { invoiceMailRequested } from '../contract/events.ts';
import { listInvoiceMails as listRoute, mailInvoice as route } from '../contract/mails.ts';
import type { KeptPaper } from '../papers/papers.repository.ts';
import { askForPaper } from '../papers/print-invoice.ts';
import { insertMail, mailsOf } from './mails.repository.ts';

const same = (address: string): string => address.toLowerCase();

/** Whom somebody named beside, each once, and without the customer where the customer is written to anyway. */
function othersOf({ toCustomer, addresses }: Input<typeof route>, email: string | null): string[] {
  const taken = new Set(toCustomer && email !== null ? [same(email)] : []);
  return addresses.filter((address) => !taken.has(same(address)) && taken.add(same(address)));
}

async function request(tx: TenantTx, { invoiceId, id: paperId, edition }: KeptPaper, address: string | null) {
  const mail = { id: uuidv7(), invoiceId, paperId, address };
  await insertMail(tx, mail);
  tx.record({ subjectId: invoiceId, after: { mailId: mail.id, paperId, edition, address } });
  tx.emit(invoiceMailRequested, { mailId: mail.id, invoiceId });
  const { actor, now } = tx.ctx;
  return { id: mail.id, invoiceId, address, status: 'queued' as const, requestedBy: actor.id, createdAt: now };
}

export const mailInvoice = command(route, async (tx, input) => {
  const { customerId } = found(await loadInvoice(tx, input.id), 'invoice');
  const paper = await askForPaper(tx, input.id);
  const { email } = await loadCustomer(tx, customerId);
  if (input.toCustomer && email === null)
    throw new AtlasError('einvoicing.no_address', 'The customer has no e-mail address: set it on the page of the customer.');
  const mails = [];
  for (const address of [...(input.toCustomer ? [null] : []), ...othersOf(input, email)])
    mails.push(await request(tx, paper, address));
  const [first, ...others] = mails;
  return { ...present(first, 'somebody is written to'), others };
});

export const listInvoiceMails = query(listRoute, async (tx, { id }) => {
  found(await loadInvoice(tx, id), 'invoice');
  return { items: await mailsOf(tx, id) };
});
