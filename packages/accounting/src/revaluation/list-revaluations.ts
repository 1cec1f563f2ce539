import { query } from '@atlas/platform';
import { listRevaluations as route } from '../contract/revaluation.ts';
import { pageOfRevaluations } from './revaluations.repository.ts';

export const listRevaluations = query(route, pageOfRevaluations);
