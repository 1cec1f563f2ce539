'use client';
import type { ListRoute } from '@atlas/sdk';
import { Button, EmptyState, ErrorState } from '@atlas/ui';
import { FileUp, type LucideIcon, Plus, SearchX } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { useGo } from '../guard/guard-store.ts';
import { useMayOpen } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useHiddenColumns } from './hidden-columns.ts';
import { ListGrid } from './list-grid.tsx';
import { useListKeys } from './list-keys.ts';
import { useListState } from './list-state.ts';
import { ListToolbar } from './list-toolbar.tsx';
import type { Column, Filter, RowOf } from './list-types.ts';
import { useNarrow } from './use-narrow.ts';
import { usePages } from './use-pages.ts';

export type ListScreenProps<R extends ListRoute> = {
  name: string;
  title: string;
  icon: LucideIcon;
  route: R;
  /** What is always asked for, whatever the filters say. */
  given?: object;
  columns: readonly Column<RowOf<R>>[];
  filters: readonly Filter[];
  defaultSort: string;
  pathOf: (row: RowOf<R>) => string;
  empty: { title: string; description: string };
  create?: { path: string; label: string };
  /** More that can be done beside making one. */
  actions?: ReactNode;
  importPath?: string;
  /** What can be done with the marked rows. */
  bulk?: ((rows: RowOf<R>[], done: () => void) => ReactNode) | undefined;
};

/** A list of records: server-paged, virtualised, filtered and sorted by the URL, driven by keys. */
export function ListScreen<R extends ListRoute>(props: ListScreenProps<R>) {
  const { name, title, route, given = {}, columns, filters, defaultSort, pathOf } = props;
  const t = useTranslations('list');
  const go = useGo();
  const words = useProblemWords();
  const narrow = useNarrow();
  const mayOpen = useMayOpen();
  const create = props.create && mayOpen(props.create.path) ? props.create : undefined;
  const importPath = props.importPath && mayOpen(props.importPath) ? props.importPath : undefined;
  const search = useRef<HTMLInputElement>(null);
  const [state, change] = useListState(filters, defaultSort);
  const { query, rows } = usePages(route, given, state);
  const [cursor, setCursor] = useState(-1);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const hidden = useHiddenColumns(name, columns as readonly Column<never>[]);
  const shown = columns.filter((column) => column.fixed || (!hidden.includes(column.key) && !(narrow && column.wide)));
  const filtered = state.q !== '' || Object.keys(state.filters).length > 0;

  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  useListKeys({
    rowCount: rows.length,
    cursor,
    setCursor,
    open: (index) => {
      const row = rows[index];
      if (row) go(pathOf(row));
    },
    toggle: (index) => {
      const row = rows[index];
      if (row) toggle(row.id);
    },
    focusSearch: () => search.current?.focus(),
    clear: () => setMarked(new Set()),
  });
  const update: typeof change = (next) => {
    setCursor(-1);
    setMarked(new Set());
    change(next);
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={title}>
        {props.actions}
        {create ? (
          <Button asChild look="primary">
            <Link href={create.path}>
              <Plus aria-hidden /> {create.label}
            </Link>
          </Button>
        ) : null}
      </PageHeader>
      <ListToolbar
        name={name}
        route={route}
        given={given}
        columns={columns}
        shown={shown}
        filters={filters}
        state={state}
        change={update}
        search={search}
        marked={rows.filter(({ id }) => marked.has(id))}
        onUnmark={() => setMarked(new Set())}
        bulk={props.bulk}
      />
      {query.isError && rows.length === 0 ? (
        <ErrorState
          title={words(query.error).title}
          description={words(query.error).detail}
          reference={words(query.error).reference}
          retryLabel={t('retry')}
          onRetry={() => void query.refetch()}
        />
      ) : query.isSuccess && rows.length === 0 ? (
        <ListEmpty
          {...props}
          create={create}
          importPath={importPath}
          filtered={filtered}
          onClear={() => update({ q: '', filters: {} })}
        />
      ) : (
        <ListGrid
          name={name}
          label={title}
          columns={shown}
          rows={rows}
          loading={query.isPending}
          stale={query.isPlaceholderData}
          more={query.hasNextPage}
          onMore={() => {
            if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
          }}
          sort={state.sort}
          onSort={(sort) => update({ sort })}
          cursor={cursor}
          marked={marked}
          onToggle={toggle}
          onToggleAll={() => setMarked(marked.size === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))}
          onOpen={(row) => go(pathOf(row))}
          pathOf={pathOf}
        />
      )}
    </div>
  );
}

type ListEmptyProps = Pick<ListScreenProps<ListRoute>, 'icon' | 'empty'> & {
  create: ListScreenProps<ListRoute>['create'] | undefined;
  importPath: string | undefined;
  filtered: boolean;
  onClear: () => void;
};

function ListEmpty({ icon, empty, create, importPath, filtered, onClear }: ListEmptyProps) {
  const t = useTranslations('list');
  if (filtered)
    return (
      <EmptyState icon={SearchX} title={t('noMatch')} description={t('noMatchDetail')}>
        <Button onClick={onClear}>{t('clearFilters')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState icon={icon} title={empty.title} description={empty.description}>
      {create ? (
        <Button asChild look="primary">
          <Link href={create.path}>
            <Plus aria-hidden /> {create.label}
          </Link>
        </Button>
      ) : null}
      {importPath ? (
        <Button asChild>
          <Link href={importPath}>
            <FileUp aria-hidden /> {t('import')}
          </Link>
        </Button>
      ) : null}
    </EmptyState>
  );
}
