import { command } from '@atlas/platform';
import { issueInvoices as route } from '../contract/invoices.ts';
import { issuePrepared } from './issue-prepared.ts';
import { prepareInvoices } from './prepare-invoices.ts';

export const issueInvoices = command(route, async (tx, { invoices }) => ({
  items: await issuePrepared(tx, await prepareInvoices(tx, invoices, (index) => `/invoices/${index}`)),
}));
