import { query } from '@atlas/platform';
import { listTaxes as route } from '../contract/taxes.ts';
import { pageOfTaxes } from './taxes.repository.ts';

export const listTaxes = query(route, pageOfTaxes);
