import { query } from '@atlas/platform';
import { listDeferrals as route } from '../contract/deferrals.ts';
import { pageOfDeferrals } from './deferrals.repository.ts';

export const listDeferrals = query(route, pageOfDeferrals);
