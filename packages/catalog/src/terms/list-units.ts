import { query } from '@atlas/platform';
import { listUnits as route } from '../contract/terms.ts';
import { pageOfUnits } from './terms.repository.ts';

export const listUnits = query(route, pageOfUnits);
