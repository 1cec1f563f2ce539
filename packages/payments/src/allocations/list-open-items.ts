import { query } from '@atlas/platform';
import { listOpenItems as route } from '../contract/open-items.ts';
import { pageOfOpenItems } from './open-items.repository.ts';

export const listOpenItems = query(route, pageOfOpenItems);
