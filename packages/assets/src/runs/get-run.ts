import { found, query } from '@atlas/platform';
import { getRun as route } from '../contract/runs.ts';
import { loadRun, viewRun } from './runs.repository.ts';

export const getRun = query(route, async (tx, { id }) => viewRun(found(await loadRun(tx, id), 'run')));
