'use client';
import { Checkbox, cn } from '@atlas/ui';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Column } from './list-types.ts';

export type ListHeaderProps<T> = {
  columns: readonly Column<T>[];
  template: string;
  sort: string;
  onSort: (sort: string) => void;
  allMarked: boolean;
  onToggleAll: () => void;
};

/** The names of the columns; those the list can be sorted by are buttons. */
export function ListHeader<T>({ columns, template, sort, onSort, allMarked, onToggleAll }: ListHeaderProps<T>) {
  const t = useTranslations('list');
  const descending = sort.startsWith('-');
  const sortedBy = descending ? sort.slice(1) : sort;
  return (
    <thead className="sticky top-0 z-10 block border-b bg-canvas">
      <tr aria-rowindex={1} className="grid h-8 items-center text-ink-muted text-xs" style={{ gridTemplateColumns: template }}>
        <th scope="col" className="flex justify-center">
          <Checkbox checked={allMarked} aria-label={t('markAll')} onChange={onToggleAll} />
        </th>
        {columns.map((column) => {
          const sorted = column.sort !== undefined && column.sort === sortedBy;
          const Arrow = descending ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
              className={cn('min-w-0 px-2 font-normal', column.align === 'end' ? 'text-end' : 'text-start')}
            >
              {column.sort ? (
                <button
                  type="button"
                  onClick={() => onSort(sorted && !descending ? `-${column.sort}` : `${column.sort}`)}
                  className={cn(
                    'inline-flex max-w-full items-center gap-1 rounded py-1 hover:text-ink',
                    sorted && 'font-medium text-ink',
                  )}
                >
                  <span className="truncate">{column.label}</span>
                  {sorted ? <Arrow className="size-3 shrink-0" aria-hidden /> : null}
                </button>
              ) : (
                <span className="block truncate">{column.label}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
