'use client';
import { listProducts, type taxCode } from '@atlas/catalog/contract';
import { exponentOf } from '@atlas/kernel';
import { Button, cn, Input, Select } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { RecordPicker } from '../fields/record-picker.tsx';
import type { RowOf } from '../list/list-types.ts';
import { useSession } from '../session/session.tsx';
import { type DraftLine, priceLine } from './draft.ts';

export type ProductRow = RowOf<typeof listProducts>;

/** A line that sells a product: its name, price and tax are taken over where nothing was typed. */
export function withProduct(line: DraftLine, product: ProductRow): Partial<DraftLine> {
  return {
    productId: product.id,
    productLabel: product.code,
    description: line.description && line.productId === null ? line.description : product.name,
    quantity: line.quantity || '1',
    unitPrice: line.unitPrice && line.productId === null ? line.unitPrice : product.salesPrice,
    taxCodeId: product.taxCodeId,
    revenueAccountId: null,
  };
}

const given = { archived: 'false' };
const gridStyle = 'rounded-none border-transparent bg-transparent hover:border-line-strong/60 focus:bg-surface';

export type LineRowProps = {
  line: DraftLine;
  row: number;
  /** Its index among the lines that are sent, for finding its errors; -1 while blank. */
  sentAs: number;
  template: string;
  narrow: boolean;
  taxCodes: readonly z.output<typeof taxCode>[];
  taxRate: string;
  last: boolean;
  onChange: (key: string, values: Partial<DraftLine>) => void;
  onRemove: (key: string) => void;
  error: (pointer: string) => string | undefined;
};

/** One line of an invoice being written. */
export function LineRow(props: LineRowProps) {
  const { line, row, sentAs, template, narrow, taxCodes, taxRate, last, onChange, onRemove, error } = props;
  const t = useTranslations('invoices');
  const { amount } = useFormats();
  const { baseCurrency } = useSession().company;
  const priced = priceLine(line, taxRate, baseCurrency);
  const set = (values: Partial<DraftLine>) => onChange(line.key, values);
  const named = (column: 'product' | 'description' | 'quantity' | 'unitPrice' | 'discount' | 'tax') =>
    t('cell', { name: t(column), row: row + 1 });
  const field = (name: string) => {
    const message = sentAs < 0 ? undefined : error(`/lines/${sentAs}/${name}`);
    return { className: narrow ? '' : gridStyle, 'aria-invalid': message ? (true as const) : undefined, title: message };
  };
  const numbers = [
    ['quantity', line.quantity, 'quantity'],
    ['unitPrice', line.unitPrice, 'unitPrice'],
    ['discount', line.discount, 'discount'],
  ] as const;
  return (
    <div
      className={cn('items-center gap-px border-b px-1 py-0.5 last:border-b-0', narrow ? 'grid grid-cols-2 gap-1.5 p-2' : 'grid')}
      style={narrow ? {} : { gridTemplateColumns: template }}
    >
      <Cell row={row} column={0}>
        <RecordPicker
          {...field('productId')}
          route={listProducts}
          given={given}
          aria-label={named('product')}
          placeholder={narrow || last ? t('product') : ''}
          chosenLabel={line.productLabel}
          optionOf={({ id, code, name, salesPrice }) => ({ value: id, label: `${code} · ${name}`, detail: salesPrice })}
          onPick={(product) => set(product ? withProduct(line, product) : { productId: null, productLabel: '' })}
        />
      </Cell>
      <Cell row={row} column={1}>
        <Input
          {...field('description')}
          aria-label={named('description')}
          placeholder={narrow ? t('description') : ''}
          value={line.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Cell>
      {numbers.map(([name, value, key], index) => (
        <Cell key={name} row={row} column={index + 2}>
          <AmountInput
            {...field(key)}
            aria-label={named(name)}
            placeholder={narrow ? t(name) : ''}
            value={value}
            scale={name === 'discount' ? 7 : 9}
            least={name === 'unitPrice' ? exponentOf(baseCurrency) : 0}
            onChange={(next) => set({ [key]: next })}
          />
        </Cell>
      ))}
      {taxCodes.length > 0 ? (
        <Cell row={row} column={5}>
          <Select
            {...field('taxCodeId')}
            aria-label={named('tax')}
            value={line.taxCodeId ?? ''}
            onChange={(event) => set({ taxCodeId: event.currentTarget.value || null })}
          >
            <option value="">–</option>
            {taxCodes.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </Select>
        </Cell>
      ) : null}
      <span className="truncate px-2 text-end">{priced ? amount(priced.net) : ''}</span>
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

function Cell({ row, column, children }: { row: number; column: number; children: ReactNode }) {
  return (
    <div data-row={row} data-column={column} className="min-w-0">
      {children}
    </div>
  );
}
