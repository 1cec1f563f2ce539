import { query } from '@atlas/platform';
import { getCompany as route } from '../contract/company.ts';
import { companyOf } from './company-of.ts';

export const getCompany = query(route, companyOf);
