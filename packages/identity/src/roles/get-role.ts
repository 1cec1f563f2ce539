import { found, query } from '@atlas/platform';
import { getRole as route } from '../contract/roles.ts';
import { loadRole } from './roles.repository.ts';

export const getRole = query(route, async (tx, { id }) => found(await loadRole(tx, id), 'role'));
