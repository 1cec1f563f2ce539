import { query } from '@atlas/platform';
import { getSeller as route } from '../contract/sellers.ts';
import { loadSeller } from './sellers.repository.ts';

export const getSeller = query(route, loadSeller);
