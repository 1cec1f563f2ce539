import { found, query } from '@atlas/platform';
import { getRevaluation as route } from '../contract/revaluation.ts';
import { loadRevaluation } from './revaluations.repository.ts';

export const getRevaluation = query(route, async (tx, { id }) => found(await loadRevaluation(tx, id), 'revaluation'));
