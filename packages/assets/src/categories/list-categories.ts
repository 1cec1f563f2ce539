import { query } from '@atlas/platform';
import { listAssetCategories as route } from '../contract/categories.ts';
import { pageOfCategories } from './categories.repository.ts';

export const listAssetCategories = query(route, pageOfCategories);
