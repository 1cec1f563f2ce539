import { query } from '@atlas/platform';
import { listAccounts as route } from '../contract/accounts.ts';
import { pageOfAccounts } from './accounts.repository.ts';

export const listAccounts = query(route, pageOfAccounts);
