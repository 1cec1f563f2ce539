'use client';
import { listProducts } from '@atlas/catalog/contract';
import { type ClipboardEvent, useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { decimalMarkOf } from '@/lib/calculate.ts';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { useUsedDimensions } from '../dimensions/use-dimensions.ts';
import { useGridKeys } from '../documents/use-grid-keys.ts';
import { useTaxChoices } from '../documents/use-tax-choices.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { type DraftLine, isFilled, withBlankEnd } from './draft.ts';
import { LineRow, type ProductRow, withProduct } from './line-row.tsx';
import { cellsOf, gridColumns, pasteInto } from './paste.ts';

export type LinesGridProps = {
  lines: readonly DraftLine[];
  /** What lines come to without taxes, by their keys */
  nets: ReadonlyMap<string, MoneyText>;
  onChange: (lines: readonly DraftLine[]) => void;
  error: (pointer: string) => string | undefined;
};

/** The product whose code, or else whose name, is exactly this. */
async function findProduct(text: string): Promise<ProductRow | undefined> {
  const { items } = await api.call(listProducts, { q: text, limit: 50, sort: 'code' });
  const same = (value: string) => value.toLowerCase() === text.toLowerCase();
  return items.find(({ code }) => same(code)) ?? items.find(({ name }) => same(name));
}

/** The lines of an invoice with the keys of a spreadsheet: Tab, Enter, arrows, pasting from Excel. */
export function LinesGrid({ lines, nets, onChange, error }: LinesGridProps) {
  const t = useTranslations('invoices');
  const { locale } = useFormats();
  const taxes = useTaxChoices();
  const taxed = taxes([]).choices.length > 0;
  const dimensions = useUsedDimensions();
  const narrow = useNarrow();
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
  const { grid, onKeyDown, placeOf } = useGridKeys(lines.length, (row) => {
    const line = lines[row];
    if (line) remove(line.key);
  });

  const onPaste = async (event: ClipboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
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
  const template = `minmax(8rem,1fr) minmax(10rem,2fr) 5.5rem 7rem 5.5rem ${taxed ? 'minmax(11rem,1fr) ' : ''}${'9rem '.repeat(dimensions.length)}7.5rem 2rem`;
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
        <div style={narrow ? {} : { minWidth: `${58 + 9 * dimensions.length}rem` }}>
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
              {taxed ? <span className="px-2">{t('tax')}</span> : null}
              {dimensions.map(({ id, name }) => (
                <span key={id} className="truncate px-2">
                  {name}
                </span>
              ))}
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
              taxes={taxes}
              dimensions={dimensions}
              net={nets.get(line.key)}
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
