import { query } from '@atlas/platform';
import { listProductCategories as route } from '../contract/terms.ts';
import { pageOfCategories } from './terms.repository.ts';

export const listProductCategories = query(route, pageOfCategories);
