import { found, query } from '@atlas/platform';
import { getInvoice as route } from '../contract/invoices.ts';
import { loadInvoice } from './invoice-reads.repository.ts';

export const getInvoice = query(route, async (tx, { id }) => found(await loadInvoice(tx, id), 'invoice'));
