'use client';
import { deferralKinds, listDeferrals } from '@atlas/assets/contract';
import { CalendarRange } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';

type Row = RowOf<typeof listDeferrals>;

/** Revenue and expense of later periods. */
export function DeferralList() {
  const t = useTranslations('deferrals');
  const { date, money } = useFormats();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'description',
        label: t('description'),
        width: 160,
        grow: 3,
        fixed: true,
        cell: (row) => row.description,
        text: (row) => row.description,
      },
      { key: 'kind', label: t('kind'), width: 110, wide: true, cell: (row) => t(`kinds.${row.kind}`), text: (row) => row.kind },
      {
        key: 'startsOn',
        label: t('startsOn'),
        width: 110,
        wide: true,
        cell: (row) => date(row.startsOn),
        text: (row) => row.startsOn,
      },
      { key: 'endsOn', label: t('endsOn'), width: 110, wide: true, cell: (row) => date(row.endsOn), text: (row) => row.endsOn },
      {
        key: 'amount',
        label: t('amount'),
        width: 120,
        align: 'end',
        cell: (row) => money(row.amount),
        text: (row) => row.amount.amount,
      },
      { key: 'open', label: t('open'), width: 120, align: 'end', cell: (row) => money(row.open), text: (row) => row.open.amount },
    ],
    [t, date, money],
  );
  const filters = useMemo<Filter[]>(
    () => [
      {
        name: 'kind',
        label: t('kind'),
        kind: 'choice',
        options: deferralKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="deferrals"
      title={t('plural')}
      icon={CalendarRange}
      route={listDeferrals}
      columns={columns}
      filters={filters}
      defaultSort="-startsOn"
      pathOf={(row) => `/deferrals/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyAbout') }}
      create={{ path: '/deferrals/new', label: t('new') }}
    />
  );
}
