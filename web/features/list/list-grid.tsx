'use client';
import { cn } from '@atlas/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ListHeader } from './list-header.tsx';
import { ListRow, SkeletonRow } from './list-row.tsx';
import type { Column } from './list-types.ts';

export const rowHeight = 32;
const skeletonRows = 20;
/** How many rows before the end the next page is asked for. */
const ahead = 80;

export type ListGridProps<T extends { id: string }> = {
  name: string;
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  loading: boolean;
  stale: boolean;
  more: boolean;
  onMore: () => void;
  sort: string;
  onSort: (sort: string) => void;
  cursor: number;
  marked: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onToggleAll: () => void;
  onOpen: (row: T) => void;
  pathOf: (row: T) => string;
};

/** Where one was in each list, for coming back to it. */
const offsets = new Map<string, number>();

const markWidth = 36;

export const templateOf = (columns: readonly Column<never>[]): string =>
  `${markWidth}px ${columns.map(({ width, grow = 0 }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ')}`;

/** The rows of a list: only those in sight exist, so that 50,000 scroll as lightly as 50. */
export function ListGrid<T extends { id: string }>(props: ListGridProps<T>) {
  const { name, label, columns, rows, loading, stale, more, onMore, cursor, marked } = props;
  const t = useTranslations('list');
  const scroller = useRef<HTMLDivElement>(null);
  const place = `${name}${typeof window === 'undefined' ? '' : window.location.search}`;
  const count = loading ? skeletonRows : rows.length + (more ? 3 : 0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: () => offsets.get(place) ?? 0,
    initialRect: { width: 1000, height: skeletonRows * rowHeight },
    scrollMargin: 0,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && last > rows.length - ahead) onMore();
  });
  useEffect(() => {
    if (cursor >= 0) virtual.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, virtual]);

  const template = templateOf(columns as readonly Column<never>[]);
  const width = columns.reduce((sum, column) => sum + column.width, markWidth);
  return (
    <div
      ref={scroller}
      onScroll={(event) => offsets.set(place, event.currentTarget.scrollTop)}
      className="min-h-0 flex-1 overflow-auto bg-surface"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are moved through and marked by keys
        role="grid"
        aria-label={label}
        aria-rowcount={more ? -1 : rows.length + 1}
        aria-busy={loading || stale}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={cursor >= 0 && rows[cursor] ? `row-${rows[cursor].id}` : undefined}
        style={{ minWidth: width }}
        className={cn('block focus-visible:outline-offset-[-2px]', stale && 'opacity-60 transition-opacity delay-150')}
      >
        <ListHeader
          columns={columns}
          template={template}
          sort={props.sort}
          onSort={props.onSort}
          allMarked={rows.length > 0 && marked.size === rows.length}
          onToggleAll={props.onToggleAll}
        />
        <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const row = loading ? undefined : rows[index];
            return row ? (
              <ListRow
                key={row.id}
                row={row}
                index={index}
                start={start}
                columns={columns}
                template={template}
                path={props.pathOf(row)}
                current={index === cursor}
                marked={marked.has(row.id)}
                onToggle={props.onToggle}
                onOpen={props.onOpen}
              />
            ) : (
              <SkeletonRow key={`empty-${index}`} start={start} columns={columns} template={template} label={t('loading')} />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
