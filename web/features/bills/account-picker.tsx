'use client';
import { Combobox, type ComboboxProps } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';

export type AccountPickerProps = Omit<
  ComboboxProps,
  'onType' | 'options' | 'loading' | 'emptyText' | 'onChoose' | 'chosenLabel'
> & { accountId: string; onPick: (id: string) => void };

/** Accounts that only their documents may post to. */
const controlled = new Set<string | null>(['receivable', 'payable']);

/** Finds an account by the beginning of its code or a part of its name; expenses stand first. */
export function AccountPicker({ accountId, onPick, ...props }: AccountPickerProps) {
  const t = useTranslations('fields');
  const chart = useChartOfAccounts();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed?.trim().toLowerCase() ?? '';
  const offered = (chart.data ?? []).filter(({ role, isGroup, archivedAt }) => !isGroup && !archivedAt && !controlled.has(role));
  const found = offered.filter(({ code, name }) => code.startsWith(text) || name.toLowerCase().includes(text));
  const expensesFirst = [...found].sort((a, b) => Number(b.type === 'expense') - Number(a.type === 'expense'));
  const chosen = offered.find(({ id }) => id === accountId);
  return (
    <Combobox
      {...props}
      chosenLabel={chosen ? `${chosen.code} ${chosen.name}` : ''}
      onType={setTyped}
      options={expensesFirst.slice(0, 50).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      loading={chart.isPending}
      emptyText={t('noMatch')}
      onChoose={(option) => onPick(option?.value ?? '')}
    />
  );
}
