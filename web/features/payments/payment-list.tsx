'use client';
import { listPayments } from '@atlas/payments/contract';
import { Banknote } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ListScreen } from '../list/list-screen.tsx';
import type { Filter } from '../list/list-types.ts';
import { usePaymentColumns } from './payment-columns.tsx';

function useFilters(): readonly Filter[] {
  const t = useTranslations('payments');
  return useMemo(
    () => [
      {
        name: 'direction',
        label: t('direction'),
        kind: 'choice',
        options: (['in', 'out'] as const).map((value) => ({ value, label: t(`directions.${value}`) })),
      },
      { name: 'open', label: t('notAllocated'), kind: 'choice', options: [{ value: 'true', label: t('only') }] },
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t],
  );
}

/** Payments of customers and to suppliers. */
export function PaymentList() {
  const t = useTranslations('payments');
  return (
    <ListScreen
      name="payments"
      title={t('plural')}
      icon={Banknote}
      route={listPayments}
      columns={usePaymentColumns()}
      filters={useFilters()}
      defaultSort="-date"
      pathOf={(row) => `/payments/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/payments/new', label: t('new') }}
    />
  );
}
