import { checkOwners, command } from '@atlas/platform';
import { issueInvoices as route } from '../contract/invoices.ts';
import { issuePrepared } from './issue-prepared.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const issueInvoices = command(route, async (tx, { invoices }) => {
  const pointer = (index: number): string => `/invoices/${index}`;
  await checkOwners(tx, invoices, pointer);
  return { items: await issuePrepared(tx, await prepareInvoices(tx, invoices, pointer)) };
});
