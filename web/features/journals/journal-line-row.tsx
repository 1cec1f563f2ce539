'use client';
import type { account } from '@atlas/accounting/contract';
import { exponentOf } from '@atlas/kernel';
import { Button, cn, Input, Select } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { DimensionCells } from '../dimensions/dimension-cells.tsx';
import type { Dimension } from '../dimensions/value-tree.ts';
import { GridCell } from '../documents/grid-cell.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { useSession } from '../session/session.tsx';
import type { DraftLine } from './journal-draft.ts';

export type Account = z.output<typeof account>;

export type JournalLineRowProps = {
  line: DraftLine;
  row: number;
  accounts: readonly Account[];
  dimensions: readonly Dimension[];
  template: string;
  narrow: boolean;
  last: boolean;
  error: string | undefined;
  onChange: (key: string, values: Partial<DraftLine>) => void;
  onRemove: (key: string) => void;
};

/** One line of a journal being written. An amount on one side empties the other. */
export function JournalLineRow(props: JournalLineRowProps) {
  const { line, row, accounts, dimensions, template, narrow, last, error, onChange, onRemove } = props;
  const t = useTranslations('journals');
  const decimals = exponentOf(useSession().company.baseCurrency);
  const set = (values: Partial<DraftLine>) => onChange(line.key, values);
  const named = (column: 'account' | 'description' | 'debit' | 'credit') => t('cell', { name: t(column), row: row + 1 });
  return (
    <div
      className={cn('grid items-center gap-px border-b px-1 py-0.5 last:border-b-0', narrow && 'grid-cols-2 gap-1.5 p-2')}
      style={narrow ? {} : { gridTemplateColumns: template }}
    >
      <GridCell row={row} column={0}>
        <Select
          aria-label={named('account')}
          aria-invalid={error ? true : undefined}
          title={error}
          value={line.accountId}
          onChange={(event) => set({ accountId: event.currentTarget.value })}
        >
          <option value="">–</option>
          {accounts.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Select>
      </GridCell>
      <GridCell row={row} column={1}>
        <Input
          aria-label={named('description')}
          maxLength={200}
          value={line.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </GridCell>
      {(['debit', 'credit'] as const).map((side, index) => (
        <GridCell key={side} row={row} column={index + 2}>
          <AmountInput
            aria-label={named(side)}
            placeholder={narrow ? t(side) : ''}
            scale={decimals}
            least={decimals}
            value={line[side]}
            onChange={(value) => set(value === '' ? { [side]: '' } : { debit: '', credit: '', [side]: value })}
          />
        </GridCell>
      ))}
      <DimensionCells
        row={row}
        firstColumn={4}
        dimensions={dimensions}
        chosen={line.dimensions}
        narrow={narrow}
        onChange={(chosen) => set({ dimensions: chosen })}
      />
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
