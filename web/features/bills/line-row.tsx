'use client';
import { exponentOf } from '@atlas/kernel';
import { Button, cn, Input, Select } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { DimensionCells } from '../dimensions/dimension-cells.tsx';
import type { Dimension } from '../dimensions/value-tree.ts';
import { GridCell } from '../documents/grid-cell.tsx';
import type { TaxChoices } from '../documents/use-tax-choices.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { useSession } from '../session/session.tsx';
import { AccountPicker } from './account-picker.tsx';
import type { DraftLine } from './draft.ts';

const gridStyle = 'rounded-none border-transparent bg-transparent hover:border-line-strong/60 focus:bg-surface';

export type LineRowProps = {
  line: DraftLine;
  row: number;
  /** Its index among the lines that are sent, for finding its errors; -1 while blank. */
  sentAs: number;
  template: string;
  narrow: boolean;
  taxes: TaxChoices;
  dimensions: readonly Dimension[];
  net: MoneyText | undefined;
  last: boolean;
  onChange: (key: string, values: Partial<DraftLine>) => void;
  onRemove: (key: string) => void;
  error: (pointer: string) => string | undefined;
};

/** One line of a bill being entered. */
export function LineRow(props: LineRowProps) {
  const { line, row, sentAs, template, narrow, taxes, dimensions, net, last, onChange, onRemove, error } = props;
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const { amount } = useFormats();
  const { baseCurrency } = useSession().company;
  const set = (values: Partial<DraftLine>) => onChange(line.key, values);
  const named = (name: string) => t('cell', { name, row: row + 1 });
  const field = (name: string) => {
    const message = sentAs < 0 ? undefined : error(`/lines/${sentAs}/${name}`);
    return { className: narrow ? '' : gridStyle, 'aria-invalid': message ? (true as const) : undefined, title: message };
  };
  const { choices, chosen: tax } = taxes(line.taxIds);
  return (
    <div
      className={cn('items-center gap-px border-b px-1 py-0.5 last:border-b-0', narrow ? 'grid grid-cols-2 gap-1.5 p-2' : 'grid')}
      style={narrow ? {} : { gridTemplateColumns: template }}
    >
      <GridCell row={row} column={0}>
        <AccountPicker
          {...field('accountId')}
          aria-label={named(bills('account'))}
          placeholder={narrow || last ? bills('account') : ''}
          accountId={line.accountId}
          onPick={(accountId) => set({ accountId, quantity: line.quantity || '1' })}
        />
      </GridCell>
      <GridCell row={row} column={1}>
        <Input
          {...field('description')}
          aria-label={named(t('description'))}
          placeholder={narrow ? t('description') : ''}
          value={line.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </GridCell>
      {(['quantity', 'unitPrice', 'discount'] as const).map((name, index) => (
        <GridCell key={name} row={row} column={index + 2}>
          <AmountInput
            {...field(name)}
            aria-label={named(t(name))}
            placeholder={narrow ? t(name) : ''}
            value={line[name]}
            scale={name === 'discount' ? 7 : 9}
            least={name === 'unitPrice' ? exponentOf(baseCurrency) : 0}
            onChange={(next) => set({ [name]: next, net: null })}
          />
        </GridCell>
      ))}
      <GridCell row={row} column={5}>
        <Select
          {...field('taxIds')}
          aria-label={named(t('tax'))}
          value={tax}
          onChange={({ currentTarget: { value } }) => set({ taxIds: choices.find((each) => each.value === value)?.taxIds ?? [] })}
        >
          <option value="">–</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </GridCell>
      <DimensionCells
        row={row}
        firstColumn={6}
        dimensions={dimensions}
        chosen={line.dimensions}
        narrow={narrow}
        onChange={(chosen) => set({ dimensions: chosen })}
      />
      <span className="truncate px-2 text-end">{net ? amount(net) : ''}</span>
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
