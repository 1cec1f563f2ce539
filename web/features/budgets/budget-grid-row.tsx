'use client';
import type { ComboboxOption } from '@atlas/ui';
import { Button, Select } from '@atlas/ui';
import { Sigma, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { GridCell } from '../documents/grid-cell.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import type { GridLine } from './budget-grid.ts';
import { totalOf } from './budget-grid.ts';

export type BudgetGridRowProps = {
  line: GridLine;
  row: number;
  template: string;
  accounts: readonly ComboboxOption[];
  /** Null where the budget has no dimension. */
  values: readonly ComboboxOption[] | null;
  heads: readonly string[];
  decimals: number;
  currency: string;
  last: boolean;
  error: string | undefined;
  onChange: (key: string, values: Partial<GridLine>) => void;
  onSpread: (line: GridLine) => void;
  onRemove: (key: string) => void;
};

const options = (of: readonly ComboboxOption[]) =>
  of.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** One line of a budget being written: account, value, an amount for each period. */
export function BudgetGridRow(props: BudgetGridRowProps) {
  const { line, row, template, accounts, values, heads, decimals, currency, last, error, onChange, onSpread, onRemove } = props;
  const t = useTranslations('budgets');
  const { amount } = useFormats();
  const named = (name: string) => t('cell', { name, row: row + 1 });
  const fixed = values ? 2 : 1;
  return (
    <div className="grid items-center gap-px border-b px-1 py-0.5 last:border-b-0" style={{ gridTemplateColumns: template }}>
      <GridCell row={row} column={0}>
        <Select
          aria-label={named(t('account'))}
          aria-invalid={error ? true : undefined}
          title={error}
          value={line.accountId}
          onChange={(event) => onChange(line.key, { accountId: event.currentTarget.value })}
        >
          <option value="">–</option>
          {options(accounts)}
        </Select>
      </GridCell>
      {values ? (
        <GridCell row={row} column={1}>
          <Select
            aria-label={named(t('value'))}
            value={line.valueId}
            onChange={(event) => onChange(line.key, { valueId: event.currentTarget.value })}
          >
            <option value="">{t('allValues')}</option>
            {options(values)}
          </Select>
        </GridCell>
      ) : null}
      {line.amounts.map((value, index) => (
        <GridCell key={heads[index]} row={row} column={fixed + index}>
          <AmountInput
            aria-label={named(heads[index] ?? '')}
            scale={decimals}
            least={decimals}
            value={value}
            onChange={(typed) =>
              onChange(line.key, { amounts: line.amounts.map((each, place) => (place === index ? typed : each)) })
            }
          />
        </GridCell>
      ))}
      <span className="px-2 text-end tabular-nums">{amount({ amount: totalOf(line), currency })}</span>
      <Button
        look="quiet"
        size="icon"
        disabled={line.accountId === ''}
        aria-label={t('spreadLine', { row: row + 1 })}
        onClick={() => onSpread(line)}
      >
        <Sigma aria-hidden />
      </Button>
      {last ? (
        <span />
      ) : (
        <Button
          look="quiet"
          size="icon"
          tabIndex={-1}
          aria-label={t('removeLine', { row: row + 1 })}
          onClick={() => onRemove(line.key)}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  );
}
