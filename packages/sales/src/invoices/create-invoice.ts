import { present } from '@atlas/kernel';
import { checkOwners, command } from '@atlas/platform';
import { createInvoice as route } from '../contract/invoices.ts';
import { keepTaxes } from './invoice-taxes.ts';
import { insertDraft } from './invoices.repository.ts';
import { loadInvoice } from './load-invoice.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const createInvoice = command(route, async (tx, input) => {
  await checkOwners(tx, [input]);
  const { invoices } = await prepareInvoices(tx, [input], () => '');
  const draft = present(invoices[0], 'one invoice was prepared');
  const [, created] = await Promise.all([insertDraft(tx, draft, keepTaxes(tx, [draft])), loadInvoice(tx, draft.id)]);
  return present(created, 'the draft was just written');
});
