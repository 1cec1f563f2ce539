'use client';
import { Checkbox, cn, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { type MouseEvent, memo } from 'react';
import { useTranslations } from 'use-intl';
import type { Column } from './list-types.ts';

type Placed<T> = { start: number; columns: readonly Column<T>[]; template: string };

export type ListRowProps<T> = Placed<T> & {
  row: T & { id: string };
  index: number;
  path: string;
  current: boolean;
  marked: boolean;
  onToggle: (id: string) => void;
  onOpen: (row: T) => void;
};

const rowStyle = 'absolute inset-x-0 top-0 grid h-8 items-center border-b';

/** One record. Its first column is a link; a click anywhere opens it. */
function Row<T>({ row, index, start, columns, template, path, current, marked, onToggle, onOpen }: ListRowProps<T>) {
  const t = useTranslations('list');
  const open = (event: MouseEvent) => {
    const control = event.target instanceof Element && event.target.closest('a, button, input');
    if (!control && window.getSelection()?.isCollapsed !== false) onOpen(row);
  };
  return (
    <tr
      id={`row-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={marked}
      onClick={open}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
      className={cn(
        rowStyle,
        'cursor-pointer hover:bg-hover',
        marked && 'bg-selected',
        current && 'bg-hover shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <td className="flex justify-center">
        <Checkbox checked={marked} aria-label={t('mark')} tabIndex={-1} onChange={() => onToggle(row.id)} />
      </td>
      {columns.map((column, position) => (
        <td
          key={column.key}
          className={cn('min-w-0 truncate px-2', column.align === 'end' && 'text-end', position > 0 && 'text-ink')}
        >
          {position === 0 ? (
            <Link href={path} prefetch={false} tabIndex={-1} className="font-medium hover:underline">
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

export const ListRow = memo(
  Row,
  (before, after) =>
    (['row', 'start', 'columns', 'template', 'current', 'marked'] as const).every((key) => before[key] === after[key]) &&
    before.onToggle === after.onToggle,
) as typeof Row;

/** The place of a row that is still coming. */
export function SkeletonRow<T>({ start, columns, template, label }: Placed<T> & { label: string }) {
  return (
    <tr aria-label={label} style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }} className={rowStyle}>
      <td />
      {columns.map((column) => (
        <td key={column.key} className={cn('flex px-2', column.align === 'end' && 'justify-end')}>
          <Skeleton className="h-3 w-2/3" />
        </td>
      ))}
    </tr>
  );
}
