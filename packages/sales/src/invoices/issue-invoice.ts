import { present } from '@atlas/kernel';
import { checkOwners, command } from '@atlas/platform';
import { issueInvoice as route } from '../contract/invoices.ts';
import { issuePrepared } from './issue-prepared.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const issueInvoice = command(route, async (tx, input) => {
  await checkOwners(tx, [input]);
  const [issued] = await issuePrepared(tx, await prepareInvoices(tx, [input], () => ''));
  return present(issued, 'one invoice was issued');
});
