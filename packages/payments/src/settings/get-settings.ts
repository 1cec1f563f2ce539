import { query } from '@atlas/platform';
import { getPaymentSettings as route } from '../contract/settings.ts';
import { loadSettings } from './settings.repository.ts';

export const getPaymentSettings = query(route, loadSettings);
