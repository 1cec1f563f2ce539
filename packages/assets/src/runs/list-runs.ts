import { query } from '@atlas/platform';
import { listRuns as route } from '../contract/runs.ts';
import { pageOfRuns } from './runs.repository.ts';

export const listRuns = query(route, pageOfRuns);
