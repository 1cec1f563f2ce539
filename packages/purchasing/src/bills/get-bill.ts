import { found, query } from '@atlas/platform';
import { getBill as route } from '../contract/bill-routes.ts';
import { loadBill } from './load-bill.ts';

export const getBill = query(route, async (tx, { id }) => found(await loadBill(tx, id), 'bill'));
