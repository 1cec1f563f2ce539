'use client';
import { listBankAccounts } from '@atlas/treasury/contract';
import { Badge } from '@atlas/ui';
import { Landmark } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';

type Row = RowOf<typeof listBankAccounts>;

function useColumns(): readonly Column<Row>[] {
  const t = useTranslations('bank');
  const { money, date } = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        width: 120,
        grow: 2,
        sort: 'name',
        fixed: true,
        text: (row) => row.name,
        cell: (row) => (
          <>
            {row.name} {row.archivedAt ? <Badge>{t('archived')}</Badge> : null}
          </>
        ),
      },
      { key: 'number', label: t('number'), width: 200, wide: true, cell: (row) => row.number, text: (row) => row.number },
      {
        key: 'ledgerAccount',
        label: t('ledgerAccount'),
        width: 160,
        grow: 1,
        wide: true,
        cell: (row) => row.ledgerAccount,
        text: (row) => row.ledgerAccount,
      },
      {
        key: 'balanceOn',
        label: t('balanceOn'),
        width: 110,
        wide: true,
        cell: (row) => row.balanceOn && date(row.balanceOn),
        text: (row) => row.balanceOn ?? '',
      },
      {
        key: 'balance',
        label: t('balance'),
        width: 140,
        align: 'end',
        cell: (row) => (row.balance ? money(row.balance) : '–'),
        text: (row) => row.balance?.amount ?? '',
      },
    ],
    [t, money, date],
  );
}

/** The accounts at banks, with what the bank said last. */
export function BankAccountList() {
  const t = useTranslations('bank');
  const columns = useColumns();
  const filters = useMemo<Filter[]>(
    () => [
      {
        name: 'archived',
        label: t('state'),
        kind: 'choice',
        options: [
          { value: 'false', label: t('active') },
          { value: 'true', label: t('archived') },
        ],
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="bank-accounts"
      title={t('plural')}
      icon={Landmark}
      route={listBankAccounts}
      columns={columns}
      filters={filters}
      defaultSort="name"
      pathOf={(row) => `/bank-accounts/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/bank-accounts/new', label: t('new') }}
    />
  );
}
