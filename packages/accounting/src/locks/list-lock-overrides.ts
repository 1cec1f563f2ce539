import { query } from '@atlas/platform';
import { listLockOverrides as route } from '../contract/locks.ts';
import { pageOfOverrides } from './locks.repository.ts';

export const listLockOverrides = query(route, pageOfOverrides);
