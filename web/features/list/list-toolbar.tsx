'use client';
import type { ListRoute } from '@atlas/sdk';
import { Button, Input, Kbd, Menu, MenuCheck } from '@atlas/ui';
import { Columns3, Download, Search, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDelayed } from '@/lib/delayed.ts';
import { useFormats } from '@/lib/format.tsx';
import { useColumnChoices } from '../shell/ui-store.ts';
import { FilterChips } from './filter-chips.tsx';
import { useHiddenColumns } from './hidden-columns.ts';
import type { Column, Filter, ListState, RowOf } from './list-types.ts';
import { useListExport } from './use-list-export.ts';

export type ListToolbarProps<R extends ListRoute> = {
  name: string;
  route: R;
  given: object;
  columns: readonly Column<RowOf<R>>[];
  shown: readonly Column<RowOf<R>>[];
  filters: readonly Filter[];
  state: ListState;
  change: (next: Partial<ListState>) => void;
  search: RefObject<HTMLInputElement | null>;
  marked: RowOf<R>[];
  onUnmark: () => void;
  bulk: ((rows: RowOf<R>[], done: () => void) => ReactNode) | undefined;
};

/** Above a list: searching, filters, columns, export; while rows are marked, what can be done with them. */
export function ListToolbar<R extends ListRoute>(props: ListToolbarProps<R>) {
  const { name, route, given, columns, shown, filters, state, change, search, marked, onUnmark, bulk } = props;
  const t = useTranslations('list');
  const { count } = useFormats();
  const [exporting, exportRows] = useListExport(name, route, given, state, shown);
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b bg-canvas px-3 py-1.5 sm:px-4">
      {marked.length > 0 && bulk ? (
        <>
          <span className="font-medium">{t('marked', { count: marked.length, number: count(marked.length) })}</span>
          {bulk(marked, onUnmark)}
          <Button look="quiet" size="small" onClick={onUnmark}>
            <X aria-hidden /> {t('unmark')}
          </Button>
        </>
      ) : (
        <>
          <SearchField q={state.q} onChange={(q) => change({ q })} field={search} />
          <FilterChips filters={filters} chosen={state.filters} onChange={(next) => change({ filters: next })} />
        </>
      )}
      <div className="ml-auto flex items-center gap-1">
        <Button look="quiet" size="small" busy={exporting} onClick={exportRows} aria-label={t('export')}>
          <Download aria-hidden />
          <span className="max-sm:hidden">{t('export')}</span>
        </Button>
        <ColumnMenu name={name} columns={columns as readonly Column<never>[]} />
      </div>
    </div>
  );
}

type SearchFieldProps = { q: string; onChange: (q: string) => void; field: RefObject<HTMLInputElement | null> };

function SearchField({ q, onChange, field }: SearchFieldProps) {
  const t = useTranslations('list');
  const [typed, setTyped] = useState(q);
  const rested = useDelayed(typed, 200);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (rested !== q && rested === typed) onChange(rested);
  }, [rested]);
  return (
    <div className="relative w-full sm:w-56">
      <Search className="absolute top-2 left-2.5 size-4 text-ink-muted" aria-hidden />
      <Input
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
        className="pr-8 pl-8"
      />
      <span className="absolute top-1.5 right-1.5 max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
    </div>
  );
}

function ColumnMenu({ name, columns }: { name: string; columns: readonly Column<never>[] }) {
  const t = useTranslations('list');
  const hidden = useHiddenColumns(name, columns);
  const setHidden = useColumnChoices((choices) => choices.setHidden);
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" size="small" aria-label={t('columns')}>
          <Columns3 aria-hidden />
          <span className="max-sm:hidden">{t('columns')}</span>
        </Button>
      }
    >
      {columns.map((column) => (
        <MenuCheck
          key={column.key}
          checked={column.fixed === true || !hidden.includes(column.key)}
          disabled={column.fixed === true}
          onChange={(on) => setHidden(name, on ? hidden.filter((key) => key !== column.key) : [...hidden, column.key])}
        >
          {column.label}
        </MenuCheck>
      ))}
    </Menu>
  );
}
