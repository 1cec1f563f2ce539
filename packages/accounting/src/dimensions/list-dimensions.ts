import { query } from '@atlas/platform';
import { listDimensions as route } from '../contract/dimensions.ts';
import { pageOfDimensions } from './dimensions.repository.ts';

export const listDimensions = query(route, pageOfDimensions);
