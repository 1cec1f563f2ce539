import { found, query } from '@atlas/platform';
import { getDeferral as route } from '../contract/deferrals.ts';
import { loadDeferral } from './deferrals.repository.ts';

export const getDeferral = query(route, async (tx, { id }) => found(await loadDeferral(tx, id), 'deferral'));
