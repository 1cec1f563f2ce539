'use client';
import { listProducts } from '@atlas/catalog/contract';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { decimalMarkOf } from '@/lib/calculate.ts';
import { useFormats } from '@/lib/format.tsx';
import { useNarrow } from '../list/use-narrow.ts';
import { type DraftLine, isFilled, withBlankEnd } from './draft.ts';
import { LineRow, type ProductRow, withProduct } from './line-row.tsx';
import { cellsOf, gridColumns, pasteInto } from './paste.ts';
import { useTaxRates } from './use-tax-rates.ts';

export type LinesGridProps = {
  lines: readonly DraftLine[];
  onChange: (lines: readonly DraftLine[]) => void;
  error: (pointer: string) => string | undefined;
};

/** The product whose code, or else whose name, is exactly this. */
async function findProduct(text: string): Promise<ProductRow | undefined> {
  const { items } = await api.call(listProducts, { q: text, limit: 50, sort: 'code' });
  const same = (value: string) => value.toLowerCase() === text.toLowerCase();
  return items.find(({ code }) => same(code)) ?? items.find(({ name }) => same(name));
}

const place = (element: Element): { row: number; column: number } | null => {
  const cell = element.closest<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
};

/** The lines of an invoice with the keys of a spreadsheet: Tab, Enter, arrows, pasting from Excel. */
export function LinesGrid({ lines, onChange, error }: LinesGridProps) {
  const t = useTranslations('invoices');
  const { locale } = useFormats();
  const { taxCodes, rateOf } = useTaxRates();
  const narrow = useNarrow();
  const grid = useRef<HTMLDivElement>(null);
  const latest = useRef({ lines, onChange });
  latest.current = { lines, onChange };

  const change = useCallback((key: string, values: Partial<DraftLine>) => {
    const { lines: now, onChange: tell } = latest.current;
    tell(withBlankEnd(now.map((line) => (line.key === key ? { ...line, ...values } : line))));
  }, []);
  const remove = useCallback((key: string) => {
    const { lines: now, onChange: tell } = latest.current;
    tell(withBlankEnd(now.filter((line) => line.key !== key)));
  }, []);
  const focus = (row: number, column: number) => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"] :is(input, select)`);
    cell?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = event.target instanceof Element ? place(event.target) : null;
    if (!here || event.metaKey || event.altKey) return;
    if (event.ctrlKey && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      const line = lines[here.row];
      if (line) remove(line.key);
      requestAnimationFrame(() => focus(Math.min(here.row, lines.length - 2), here.column));
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (event.shiftKey) focus(here.row - 1, here.column);
      else focus(here.row + 1, here.row === lines.length - 2 ? 0 : here.column);
    } else if (
      !event.ctrlKey &&
      event.target instanceof HTMLInputElement &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    ) {
      event.preventDefault();
      focus(here.row + (event.key === 'ArrowDown' ? 1 : -1), here.column);
    }
  };

  const onPaste = async (event: ClipboardEvent<HTMLDivElement>) => {
    const here = event.target instanceof Element ? place(event.target) : null;
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    const column = here ? gridColumns[here.column] : undefined;
    if (!here || !cells || !column) return;
    event.preventDefault();
    const pasted = pasteInto(lines, cells, { row: here.row, column }, decimalMarkOf(locale));
    onChange(pasted.lines);
    for (const { key, text } of pasted.products) {
      const product = await findProduct(text);
      const line = latest.current.lines.find((each) => each.key === key) ?? pasted.lines.find((each) => each.key === key);
      if (!line) continue;
      change(key, product ? withProduct(line, product) : { description: line.description || text });
    }
  };

  const filledIndex = new Map(lines.filter(isFilled).map(({ key }, index) => [key, index]));
  const template = `minmax(9rem,1fr) minmax(10rem,2fr) 6rem 7.5rem 6rem ${taxCodes.length > 0 ? '8rem ' : ''}8rem 2rem`;
  const headings = ['product', 'description', 'quantity', 'unitPrice', 'discount'] as const;
  return (
    <section className="rounded-lg border bg-surface">
      <h2 className="sr-only">{t('lines')}</h2>
      {error('/lines') ? (
        <p role="alert" className="px-3 pt-2 text-danger text-xs">
          {error('/lines')}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the fields inside */}
      <div ref={grid} onKeyDown={onKeyDown} onPaste={(event) => void onPaste(event)} className="overflow-x-auto">
        <div className={narrow ? '' : 'min-w-[52rem]'}>
          {narrow ? null : (
            <div
              className="grid h-8 items-center gap-px border-b px-1 text-ink-muted text-xs"
              style={{ gridTemplateColumns: template }}
            >
              {headings.map((heading, index) => (
                <span key={heading} className={index > 1 ? 'whitespace-nowrap px-2 text-end' : 'px-2'}>
                  {t(heading)}
                </span>
              ))}
              {taxCodes.length > 0 ? <span className="px-2">{t('tax')}</span> : null}
              <span className="px-2 text-end">{t('net')}</span>
            </div>
          )}
          {lines.map((line, row) => (
            <LineRow
              key={line.key}
              line={line}
              row={row}
              sentAs={filledIndex.get(line.key) ?? -1}
              template={template}
              narrow={narrow}
              taxCodes={taxCodes}
              taxRate={rateOf(line.taxCodeId)}
              last={row === lines.length - 1}
              onChange={change}
              onRemove={remove}
              error={error}
            />
          ))}
        </div>
      </div>
      <p className="border-t px-3 py-2 text-ink-muted text-xs max-sm:hidden">{t('gridHint')}</p>
    </section>
  );
}
