import { found, query } from '@atlas/platform';
import { getMatch as route } from '../contract/matches.ts';
import { loadMatches } from './matches.repository.ts';

export const getMatch = query(route, async (tx, { id }) => found((await loadMatches(tx, [id]))[0], 'match'));
