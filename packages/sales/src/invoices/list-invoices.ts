import { query } from '@atlas/platform';
import { listInvoices as route } from '../contract/invoices.ts';
import { pageOfInvoices } from './invoice-reads.repository.ts';

export const listInvoices = query(route, pageOfInvoices);
