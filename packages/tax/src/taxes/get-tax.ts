import { found, query } from '@atlas/platform';
import { getTax as route } from '../contract/taxes.ts';
import { loadTax } from './taxes.repository.ts';

export const getTax = query(route, async (tx, { id }) => found(await loadTax(tx, id), 'tax'));
