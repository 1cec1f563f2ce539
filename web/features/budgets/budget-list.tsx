'use client';
import { listBudgets } from '@atlas/accounting/contract';
import { Badge } from '@atlas/ui';
import { Target } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, RowOf } from '../list/list-types.ts';

type Row = RowOf<typeof listBudgets>;

/** Budgets with all their revisions, newest first. */
export function BudgetList() {
  const t = useTranslations('budgets');
  const columns = useMemo<Column<Row>[]>(
    () => [
      { key: 'name', label: t('name'), width: 160, grow: 3, fixed: true, cell: (row) => row.name, text: (row) => row.name },
      { key: 'year', label: t('year'), width: 100, cell: (row) => row.fiscalYear, text: (row) => row.fiscalYear },
      {
        key: 'revision',
        label: t('revision'),
        width: 90,
        wide: true,
        cell: (row) => row.revision,
        text: (row) => String(row.revision),
      },
      {
        key: 'status',
        label: t('status'),
        width: 120,
        cell: (row) => <Badge tone={row.status === 'approved' ? 'success' : 'neutral'}>{t(`statuses.${row.status}`)}</Badge>,
        text: (row) => row.status,
      },
      { key: 'mode', label: t('mode'), width: 120, wide: true, cell: (row) => t(`modes.${row.mode}`), text: (row) => row.mode },
    ],
    [t],
  );
  return (
    <ListScreen
      name="budgets"
      title={t('plural')}
      icon={Target}
      route={listBudgets}
      columns={columns}
      filters={[]}
      defaultSort="-created"
      pathOf={(row) => `/budgets/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyAbout') }}
      create={{ path: '/budgets/new', label: t('new') }}
    />
  );
}
