'use client';
import { listProducts } from '@atlas/catalog/contract';
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
import { RecordPicker } from '../fields/record-picker.tsx';
import type { RowOf } from '../list/list-types.ts';
import { useSession } from '../session/session.tsx';
import type { DraftLine } from './draft.ts';

export type ProductRow = RowOf<typeof listProducts>;

/** A line that sells a product: its name, price and tax are taken over where nothing was typed. */
export function withProduct(line: DraftLine, product: ProductRow): Partial<DraftLine> {
  return {
    productId: product.id,
    productLabel: product.code,
    description: line.description && line.productId === null ? line.description : product.name,
    quantity: line.quantity || '1',
    unitPrice: line.unitPrice && line.productId === null ? line.unitPrice : product.salesPrice,
    taxIds: product.taxCodeId === null ? [] : [product.taxCodeId],
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
  taxes: TaxChoices;
  dimensions: readonly Dimension[];
  /** What it comes to without taxes, once that is worked out */
  net: MoneyText | undefined;
  last: boolean;
  onChange: (key: string, values: Partial<DraftLine>) => void;
  onRemove: (key: string) => void;
  error: (pointer: string) => string | undefined;
};

/** One line of an invoice being written. */
export function LineRow(props: LineRowProps) {
  const { line, row, sentAs, template, narrow, taxes, dimensions, net, last, onChange, onRemove, error } = props;
  const t = useTranslations('invoices');
  const { amount } = useFormats();
  const { baseCurrency } = useSession().company;
  const { choices, chosen } = taxes(line.taxIds);
  const set = (values: Partial<DraftLine>) => onChange(line.key, values);
  const named = (column: 'product' | 'description' | 'quantity' | 'unitPrice' | 'discount' | 'tax') =>
    t('cell', { name: t(column), row: row + 1 });
  const field = (name: string) => {
    const message = sentAs < 0 ? undefined : (error(`/lines/${sentAs}/${name}`) ?? error(`/lines/${sentAs}/${name}/0`));
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
      <GridCell row={row} column={0}>
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
      </GridCell>
      <GridCell row={row} column={1}>
        <Input
          {...field('description')}
          aria-label={named('description')}
          placeholder={narrow ? t('description') : ''}
          value={line.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </GridCell>
      {numbers.map(([name, value, key], index) => (
        <GridCell key={name} row={row} column={index + 2}>
          <AmountInput
            {...field(key)}
            aria-label={named(name)}
            placeholder={narrow ? t(name) : ''}
            value={value}
            scale={name === 'discount' ? 7 : 9}
            least={name === 'unitPrice' ? exponentOf(baseCurrency) : 0}
            onChange={(next) => set({ [key]: next })}
          />
        </GridCell>
      ))}
      {choices.length > 0 ? (
        <GridCell row={row} column={5}>
          <Select
            {...field('taxIds')}
            aria-label={named('tax')}
            value={chosen}
            onChange={({ currentTarget: { value } }) =>
              set({ taxIds: choices.find((choice) => choice.value === value)?.taxIds ?? [] })
            }
          >
            <option value="">–</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </GridCell>
      ) : null}
      <DimensionCells
        row={row}
        firstColumn={6}
        dimensions={dimensions}
        chosen={line.dimensions}
        narrow={narrow}
        onChange={(named) => set({ dimensions: named })}
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
