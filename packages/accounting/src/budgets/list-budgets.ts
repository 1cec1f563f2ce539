import { query } from '@atlas/platform';
import { listBudgets as route } from '../contract/budgets.ts';
import { pageOfBudgets } from './budgets.repository.ts';

export const listBudgets = query(route, pageOfBudgets);
