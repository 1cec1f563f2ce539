'use client';
import { listDunningRuns } from '@atlas/payments/contract';
import { BellRing } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, RowOf } from '../list/list-types.ts';

type Row = RowOf<typeof listDunningRuns>;

/** Runs that reminded, or propose to remind, customers of what is overdue. */
export function RunList() {
  const t = useTranslations('dunning');
  const { count, date, money } = useFormats();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'asOf',
        label: t('asOf'),
        width: 110,
        fixed: true,
        sort: 'createdAt',
        cell: (row) => date(row.asOf),
        text: (row) => row.asOf,
      },
      {
        key: 'status',
        label: t('status'),
        width: 130,
        grow: 1,
        cell: (row) => t(`statuses.${row.status}`),
        text: (row) => row.status,
      },
      {
        key: 'customers',
        label: t('customers'),
        width: 100,
        align: 'end',
        cell: (row) => count(row.customerCount),
        text: (row) => String(row.customerCount),
      },
      {
        key: 'reminders',
        label: t('reminders'),
        width: 120,
        align: 'end',
        wide: true,
        cell: (row) => count(row.reminderCount),
        text: (row) => String(row.reminderCount),
      },
      {
        key: 'fees',
        label: t('fees'),
        width: 120,
        align: 'end',
        wide: true,
        cell: (row) => money(row.fees),
        text: (row) => row.fees.amount,
      },
    ],
    [t, count, date, money],
  );
  return (
    <ListScreen
      name="dunning"
      title={t('plural')}
      icon={BellRing}
      route={listDunningRuns}
      columns={columns}
      filters={[]}
      defaultSort="-createdAt"
      pathOf={(row) => `/dunning/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/dunning/new', label: t('new') }}
    />
  );
}
