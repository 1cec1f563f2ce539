'use client';
import { type FieldControl, Select } from '@atlas/ui';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';

export type AccountSelectProps = {
  control: FieldControl;
  value: string;
  onChange: (id: string) => void;
  /** Types of accounts that fit here; left out, all of them. */
  types?: readonly string[];
};

const subLedgers = new Set<string | null>(['receivable', 'payable']);

/** A choice among the accounts that take postings of assets and deferrals. */
export function AccountSelect({ control, value, onChange, types }: AccountSelectProps) {
  const chart = useChartOfAccounts();
  const offered = (chart.data ?? []).filter(
    ({ type, role, isGroup, archivedAt }) =>
      !isGroup && !archivedAt && !subLedgers.has(role) && (types === undefined || types.includes(type)),
  );
  return (
    <Select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">–</option>
      {offered.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} {name}
        </option>
      ))}
    </Select>
  );
}
