import { query } from '@atlas/platform';
import { listFiscalYears as route } from '../contract/periods.ts';
import { pageOfFiscalYears } from './periods.repository.ts';

export const listFiscalYears = query(route, pageOfFiscalYears);
