import { query } from '@atlas/platform';
import { listExchangeRates as route } from '../contract/currencies.ts';
import { pageOfRates } from './rates.repository.ts';

export const listExchangeRates = query(route, pageOfRates);
