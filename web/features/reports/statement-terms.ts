'use client';
import { columnLayouts } from '@atlas/accounting/contract';
import { addMonths, type BusinessDate, isBusinessDate, startOfMonth } from '@atlas/kernel';
import { useUrlParams } from './url-params.ts';

export type ColumnLayout = (typeof columnLayouts)[number];

export type StatementView = {
  readonly columns: ColumnLayout;
  /** Null for what is known today. */
  readonly knownOn: BusinessDate | null;
  /** The dimension whose values are columns. */
  readonly by: string | null;
  /** Of these only the value, with those directly below it. */
  readonly below: string | null;
  set(fields: { columns?: ColumnLayout; knownOn?: BusinessDate | null; by?: string | null; below?: string | null }): void;
};

/** How a statement is set and as of when it is known, kept in the URL. */
export function useStatementView(): StatementView {
  const [params, change] = useUrlParams();
  const knownOn = params.get('knownOn');
  return {
    columns: columnLayouts.find((each) => each === params.get('columns')) ?? 'one',
    knownOn: knownOn !== null && isBusinessDate(knownOn) ? knownOn : null,
    by: params.get('by'),
    below: params.get('below'),
    set: ({ columns, ...fields }) =>
      change({ ...fields, ...(columns === undefined ? {} : { columns: columns === 'one' ? null : columns }) }),
  };
}

/** As the API takes it: nothing for what is known today. */
export const knownTerms = ({ knownOn }: Pick<StatementView, 'knownOn'>): { knownOn?: BusinessDate } =>
  knownOn === null ? {} : { knownOn };

const monthsBack = { month: 11, quarter: 11, year: 59 } as const;

/** Where balances begin that are cut into pieces: twelve months, four quarters or five years up to a day. */
export const piecesFrom = (to: BusinessDate, columns: ColumnLayout): BusinessDate | null =>
  columns === 'month' || columns === 'quarter' || columns === 'year' ? startOfMonth(addMonths(to, -monthsBack[columns])) : null;
