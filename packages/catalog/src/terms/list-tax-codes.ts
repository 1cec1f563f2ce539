import { query } from '@atlas/platform';
import { listTaxCodes as route } from '../contract/terms.ts';
import { pageOfTaxCodes } from './terms.repository.ts';

export const listTaxCodes = query(route, pageOfTaxCodes);
