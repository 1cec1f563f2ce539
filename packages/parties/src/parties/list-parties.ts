import { query } from '@atlas/platform';
import { listParties as route } from '../contract/parties.ts';
import { pageOfParties } from './parties.repository.ts';

export const listParties = query(route, pageOfParties);
