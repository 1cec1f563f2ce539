import { query } from '@atlas/platform';
import { getAsset as route } from '../contract/assets.ts';
import { viewAsset } from './view-asset.ts';

export const getAsset = query(route, (tx, { id }) => viewAsset(tx, id));
