import { query } from '@atlas/platform';
import { getCurrencySettings as route } from '../contract/currencies.ts';
import { loadSettings } from './settings.repository.ts';

export const getCurrencySettings = query(route, loadSettings);
