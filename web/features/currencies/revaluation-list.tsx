'use client';
import { listRevaluations } from '@atlas/accounting/contract';
import { RefreshCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, RowOf } from '../list/list-types.ts';

type Row = RowOf<typeof listRevaluations>;

/** The runs that brought money in foreign currencies to what it is worth. */
export function RevaluationList() {
  const t = useTranslations('revaluations');
  const { date, instant, money } = useFormats();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'date',
        label: t('date'),
        width: 120,
        sort: 'date',
        fixed: true,
        cell: (row) => date(row.date),
        text: (row) => row.date,
      },
      {
        key: 'reversal',
        label: t('reversal'),
        width: 180,
        grow: 1,
        cell: (row) => t(`reversals.${row.reversal}`),
        text: (row) => row.reversal,
      },
      { key: 'status', label: t('status'), width: 110, cell: (row) => t(`statuses.${row.status}`), text: (row) => row.status },
      {
        key: 'createdAt',
        label: t('createdAt'),
        width: 160,
        wide: true,
        cell: (row) => instant(row.createdAt),
        text: (row) => row.createdAt,
      },
      {
        key: 'difference',
        label: t('difference'),
        width: 130,
        align: 'end',
        cell: (row) => money(row.difference),
        text: (row) => row.difference.amount,
      },
    ],
    [t, date, instant, money],
  );
  return (
    <ListScreen
      name="revaluations"
      title={t('plural')}
      icon={RefreshCcw}
      route={listRevaluations}
      columns={columns}
      filters={[]}
      defaultSort="-date"
      pathOf={(row) => `/revaluations/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyAbout') }}
      create={{ path: '/revaluations/new', label: t('new') }}
    />
  );
}
