'use client';
import { listJournals } from '@atlas/accounting/contract';
import { BookOpen } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';
import { JournalTabs } from './journal-tabs.tsx';
import { useSourceName } from './source-name.ts';

type Row = RowOf<typeof listJournals>;

/** Every entry of the ledger. */
export function JournalList() {
  const t = useTranslations('journals');
  const { date, money } = useFormats();
  const sourceName = useSourceName();
  const columns = useMemo<Column<Row>[]>(
    () => [
      { key: 'number', label: t('number'), width: 142, fixed: true, cell: (row) => row.number, text: (row) => row.number },
      {
        key: 'date',
        label: t('date'),
        width: 110,
        sort: 'date',
        wide: true,
        cell: (row) => date(row.date),
        text: (row) => row.date,
      },
      {
        key: 'description',
        label: t('description'),
        width: 80,
        grow: 3,
        cell: (row) => row.description,
        text: (row) => row.description,
      },
      {
        key: 'source',
        label: t('source'),
        width: 142,
        wide: true,
        cell: (row) => sourceName(row.sourceKind),
        text: (row) => row.sourceKind,
      },
      {
        key: 'total',
        label: t('amount'),
        width: 100,
        align: 'end',
        cell: (row) => money(row.total),
        text: (row) => row.total.amount,
      },
    ],
    [t, date, money, sourceName],
  );
  const filters = useMemo<Filter[]>(
    () => [
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t],
  );
  return (
    <>
      <JournalTabs />
      <ListScreen
        name="journals"
        title={t('title')}
        icon={BookOpen}
        route={listJournals}
        columns={columns}
        filters={filters}
        defaultSort="-date"
        pathOf={(row) => `/journals/${row.id}`}
        empty={{ title: t('emptyTitle'), description: t('emptyAbout') }}
        create={{ path: '/journals/new', label: t('new') }}
        importPath="/imports/new"
      />
    </>
  );
}
