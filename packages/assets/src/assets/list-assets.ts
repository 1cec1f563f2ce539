import { query } from '@atlas/platform';
import { listAssets as route } from '../contract/assets.ts';
import { pageOfAssets } from './assets.repository.ts';

export const listAssets = query(route, pageOfAssets);
