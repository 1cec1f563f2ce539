'use client';
import type { listPayments } from '@atlas/payments/contract';
import { Badge } from '@atlas/ui';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import type { Column, RowOf } from '../list/list-types.ts';

type Columns = readonly Column<RowOf<typeof listPayments>>[];

/** The columns of the list of payments. */
export function usePaymentColumns(): Columns {
  const t = useTranslations('payments');
  const { amount, date } = useFormats();
  return useMemo(
    () => [
      { key: 'number', label: t('number'), width: 130, fixed: true, cell: (row) => row.number, text: (row) => row.number },
      {
        key: 'direction',
        label: t('direction'),
        width: 90,
        wide: true,
        cell: (row) => (row.reversedOn ? <Badge>{t('takenBack')}</Badge> : t(`directions.${row.direction}`)),
        text: (row) => row.direction,
      },
      { key: 'party', label: t('party'), width: 80, grow: 3, cell: (row) => row.partyName, text: (row) => row.partyName },
      {
        key: 'reference',
        label: t('reference'),
        width: 80,
        grow: 2,
        wide: true,
        cell: (row) => row.reference,
        text: (row) => row.reference ?? '',
      },
      {
        key: 'account',
        label: t('account'),
        width: 150,
        wide: true,
        extra: true,
        cell: (row) => row.accountName,
        text: (row) => row.accountName,
      },
      {
        key: 'date',
        label: t('date'),
        width: 100,
        sort: 'date',
        wide: true,
        cell: (row) => date(row.date),
        text: (row) => row.date,
      },
      {
        key: 'amount',
        label: t('amount'),
        width: 120,
        align: 'end',
        cell: (row) => amount(row.amount),
        text: (row) => row.amount.amount,
      },
      {
        key: 'open',
        label: t('open'),
        width: 110,
        align: 'end',
        wide: true,
        cell: (row) => amount(row.open),
        text: (row) => row.open.amount,
      },
    ],
    [t, amount, date],
  );
}
