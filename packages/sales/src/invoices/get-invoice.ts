import { found, query } from '@atlas/platform';
import { getInvoice as route } from '../contract/invoices.ts';
import { loadInvoice } from './load-invoice.ts';

export const getInvoice = query(route, async (tx, { id }) => found(await loadInvoice(tx, id), 'invoice'));
