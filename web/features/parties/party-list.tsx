'use client';
import { listParties, updateParty } from '@atlas/parties/contract';
import { Badge } from '@atlas/ui';
import { Building2, Truck } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';
import { useArchiving } from '../list/use-archiving.tsx';
import { useOwnerFilter } from '../owners/owner-filter.tsx';
import { OwnerName } from '../owners/owner-name.tsx';

export type PartyRole = 'customer' | 'supplier';
type Row = RowOf<typeof listParties>;

export const pathOfRole = (role: PartyRole): string => (role === 'customer' ? '/customers' : '/suppliers');

function useColumns(): readonly Column<Row>[] {
  const t = useTranslations('parties');
  const owners = useTranslations('owners');
  return useMemo(
    () => [
      { key: 'code', label: t('code'), width: 110, sort: 'code', fixed: true, cell: (row) => row.code, text: (row) => row.code },
      {
        key: 'name',
        label: t('name'),
        width: 160,
        grow: 3,
        sort: 'name',
        fixed: true,
        text: (row) => row.name,
        cell: (row) => (
          <>
            {row.name} {row.archivedAt ? <Badge>{t('archived')}</Badge> : null}
          </>
        ),
      },
      { key: 'city', label: t('city'), width: 140, grow: 1, wide: true, cell: (row) => row.city, text: (row) => row.city ?? '' },
      {
        key: 'country',
        label: t('country'),
        width: 140,
        grow: 1,
        wide: true,
        cell: (row) => row.country,
        text: (row) => row.country ?? '',
      },
      {
        key: 'email',
        label: t('email'),
        width: 190,
        grow: 1,
        wide: true,
        cell: (row) => row.email,
        text: (row) => row.email ?? '',
      },
      { key: 'phone', label: t('phone'), width: 150, wide: true, cell: (row) => row.phone, text: (row) => row.phone ?? '' },
      {
        key: 'owner',
        label: owners('owner'),
        width: 150,
        wide: true,
        extra: true,
        cell: (row) => <OwnerName id={row.ownerId} />,
      },
    ],
    [t, owners],
  );
}

/** Customers or suppliers. */
export function PartyList({ partyRole: role }: { partyRole: PartyRole }) {
  const t = useTranslations('parties');
  const columns = useColumns();
  const owner = useOwnerFilter();
  const filters = useMemo<Filter[]>(
    () => [
      owner,
      { name: 'country', label: t('country'), kind: 'text' },
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
    [t, owner],
  );
  const given = useMemo(() => ({ role }), [role]);
  const bulk = useArchiving(updateParty, ['parties.']);
  const path = pathOfRole(role);
  return (
    <ListScreen
      name={role === 'customer' ? 'customers' : 'suppliers'}
      title={t(`${role}.plural`)}
      icon={role === 'customer' ? Building2 : Truck}
      route={listParties}
      given={given}
      columns={columns}
      filters={filters}
      defaultSort="name"
      pathOf={(row) => `${path}/${row.id}`}
      empty={{ title: t(`${role}.emptyTitle`), description: t(`${role}.emptyDetail`) }}
      create={{ path: `${path}/new`, label: t(`${role}.new`) }}
      importPath="/imports/new"
      bulk={bulk}
    />
  );
}
