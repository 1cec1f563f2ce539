import { query } from '@atlas/platform';
import { listProducts as route } from '../contract/products.ts';
import { pageOfProducts } from './products.repository.ts';

export const listProducts = query(route, pageOfProducts);
