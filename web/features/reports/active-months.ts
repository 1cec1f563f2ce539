import type { MoneyJson } from '@atlas/kernel';
import { isZero } from './statement.ts';

export type Month = {
  readonly month: string;
  readonly income: MoneyJson;
  readonly expenses: MoneyJson;
  readonly profit: MoneyJson;
};

const isActive = ({ income, expenses }: Month): boolean => !isZero(income) || !isZero(expenses);

/** The months from the first to the last with anything in it: years before and after say nothing. */
export function activeMonths(months: readonly Month[]): readonly Month[] {
  const first = months.findIndex(isActive);
  return first === -1 ? [] : months.slice(first, months.findLastIndex(isActive) + 1);
}
