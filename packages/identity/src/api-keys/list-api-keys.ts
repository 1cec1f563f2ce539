import { query } from '@atlas/platform';
import { listApiKeys as route } from '../contract/api-keys.ts';
import { keysOf } from './api-keys.repository.ts';

export const listApiKeys = query(route, async (tx, { serviceAccountId }) => ({ items: await keysOf(tx, serviceAccountId) }));
