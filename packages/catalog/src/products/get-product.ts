import { found, query } from '@atlas/platform';
import { getProduct as route } from '../contract/products.ts';
import { loadProduct } from './products.repository.ts';

export const getProduct = query(route, async (tx, { id }) => found(await loadProduct(tx, id), 'product'));
