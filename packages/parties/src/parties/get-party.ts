import { found, query } from '@atlas/platform';
import { getParty as route } from '../contract/parties.ts';
import { loadParty } from './parties.repository.ts';

export const getParty = query(route, async (tx, { id }) => found(await loadParty(tx, id), 'customer or supplier'));
