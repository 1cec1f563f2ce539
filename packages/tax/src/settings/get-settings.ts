import { query } from '@atlas/platform';
import { getTaxSettings as route } from '../contract/settings.ts';
import { loadSettings } from './settings.repository.ts';

export const getTaxSettings = query(route, loadSettings);
