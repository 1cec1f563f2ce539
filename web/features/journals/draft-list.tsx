'use client';
import { listJournalDrafts } from '@atlas/accounting/contract';
import { PenLine } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';
import { JournalTabs } from './journal-tabs.tsx';

type Row = RowOf<typeof listJournalDrafts>;
const mine = { waitsForMe: 'true' } as const;
const statuses = ['draft', 'awaiting_approval', 'rejected', 'posted'] as const;

/** Journals before they are posted; or those among them that wait for the person who looks. */
export function DraftList({ waiting = false }: { waiting?: boolean }) {
  const t = useTranslations('journals');
  const { date, money } = useFormats();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'description',
        label: t('description'),
        width: 120,
        grow: 3,
        fixed: true,
        cell: (row) => row.description,
        text: (row) => row.description,
      },
      { key: 'date', label: t('date'), width: 110, wide: true, cell: (row) => date(row.date), text: (row) => row.date },
      { key: 'status', label: t('status'), width: 150, cell: (row) => t(`statuses.${row.status}`), text: (row) => row.status },
      {
        key: 'total',
        label: t('amount'),
        width: 110,
        align: 'end',
        cell: (row) => money(row.total),
        text: (row) => row.total.amount,
      },
    ],
    [t, date, money],
  );
  const filters = useMemo<Filter[]>(
    () =>
      waiting
        ? []
        : [
            {
              name: 'status',
              label: t('status'),
              kind: 'choice',
              options: statuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
            },
          ],
    [t, waiting],
  );
  return (
    <>
      <JournalTabs />
      <ListScreen
        name={waiting ? 'journals-waiting' : 'journal-drafts'}
        title={t(waiting ? 'tabs.waiting' : 'tabs.drafts')}
        icon={PenLine}
        route={listJournalDrafts}
        {...(waiting ? { given: mine } : {})}
        columns={columns}
        filters={filters}
        defaultSort="-createdAt"
        pathOf={(row) => `/journals/drafts/${row.id}`}
        empty={{
          title: t(waiting ? 'nothingWaits' : 'noDrafts'),
          description: t(waiting ? 'nothingWaitsAbout' : 'noDraftsAbout'),
        }}
        create={{ path: '/journals/new', label: t('new') }}
      />
    </>
  );
}
