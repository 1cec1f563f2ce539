import { query } from '@atlas/platform';
import { listBills as route } from '../contract/bill-routes.ts';
import { pageOfBills } from './bill-pages.repository.ts';

export const listBills = query(route, pageOfBills);
