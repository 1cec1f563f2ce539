'use client';
import { endOfMonth } from '@atlas/kernel';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import type { Statement, StatementColumn } from './statement.ts';

/** What stands above the columns of a statement, in the language of the reader. */
export function useColumnWords(): (statement: Statement) => string[] {
  const t = useTranslations('reports');
  const { date, month } = useFormats();
  const days = ({ from, to }: StatementColumn): string => {
    if (from === null) return date(to);
    const year = from.slice(0, 4);
    if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
    return from.endsWith('-01') && to === endOfMonth(from) ? month(from.slice(0, 7)) : `${date(from)} – ${date(to)}`;
  };
  return ({ kind, columns }) =>
    columns.map((column, index) => {
      if (column.measure === 'difference') return t('change');
      if (column.measure === 'percent') return t('changePercent');
      if (column.value) return column.value.id === null ? t('withoutValue') : `${column.value.code} ${column.value.name}`;
      const side = column.measure === 'amount' ? null : t(column.measure);
      if (side === null) return index > 0 && columns[index - 1]?.value ? t('allValues') : days(column);
      return kind === 'trial_balance' && columns.length === 2 ? side : `${side} ${days(column)}`;
    });
}
