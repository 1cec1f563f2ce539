'use client';
import { Select } from '@atlas/ui';
import { type ComponentProps, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';

type Props = Omit<ComponentProps<typeof Select>, 'value' | 'onChange'> & { accountId: string; onPick: (id: string) => void };

/** Accounts that money lies on, the bank first; it is what a new payment takes. */
export function MoneyAccountPicker({ accountId, onPick, ...props }: Props) {
  const t = useTranslations('payments');
  const chart = useChartOfAccounts();
  const accounts = (chart.data ?? []).filter(
    ({ type, isGroup, archivedAt, role }) => type === 'asset' && !isGroup && !archivedAt && role !== 'receivable',
  );
  const rank = (role: string | null) => (role === 'bank' ? 0 : role === 'cash' ? 1 : 2);
  const sorted = [...accounts].sort((a, b) => rank(a.role) - rank(b.role));
  const first = sorted[0]?.id;
  useEffect(() => {
    if (accountId === '' && first) onPick(first);
  }, [accountId, first, onPick]);
  return (
    <Select {...props} value={accountId} onChange={(event) => onPick(event.currentTarget.value)}>
      {accountId === '' ? <option value="">{t('choose')}</option> : null}
      {sorted.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} {name}
        </option>
      ))}
    </Select>
  );
}
