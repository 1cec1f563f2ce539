'use client';
import { useTranslations } from 'use-intl';
import { useUsedDimensions } from '../dimensions/use-dimensions.ts';
import { useGridKeys } from '../documents/use-grid-keys.ts';
import type { TaxCalculation } from '../documents/use-tax-calculation.ts';
import { useTaxChoices } from '../documents/use-tax-choices.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { type DraftLine, isFilled, withBlankEnd } from './draft.ts';
import { LineRow } from './line-row.tsx';

export type LinesGridProps = {
  lines: readonly DraftLine[];
  nets: TaxCalculation['nets'] | undefined;
  onChange: (lines: readonly DraftLine[]) => void;
  error: (pointer: string) => string | undefined;
};

const templateOf = (dimensions: number): string =>
  `minmax(11rem,1fr) minmax(10rem,2fr) 6rem 7.5rem 6rem 8rem ${'9rem '.repeat(dimensions)}8rem 2rem`;

/** The lines of a bill with the keys of a spreadsheet: Tab, Enter, arrows. */
export function LinesGrid({ lines, nets, onChange, error }: LinesGridProps) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const taxes = useTaxChoices();
  const dimensions = useUsedDimensions();
  const template = templateOf(dimensions.length);
  const narrow = useNarrow();
  const change = (key: string, values: Partial<DraftLine>) =>
    onChange(withBlankEnd(lines.map((line) => (line.key === key ? { ...line, ...values } : line))));
  const remove = (key: string) => onChange(withBlankEnd(lines.filter((line) => line.key !== key)));
  const { grid, onKeyDown } = useGridKeys(lines.length, (row) => {
    const line = lines[row];
    if (line) remove(line.key);
  });
  const filledIndex = new Map(lines.filter(isFilled).map(({ key }, index) => [key, index]));
  const headings = [
    [bills('account'), false],
    [t('description'), false],
    [t('quantity'), true],
    [t('unitPrice'), true],
    [t('discount'), true],
    [t('tax'), false],
    ...dimensions.map(({ name }) => [name, false] as const),
    [t('net'), true],
  ] as const;
  return (
    <section className="rounded-lg border bg-surface">
      <h2 className="sr-only">{t('lines')}</h2>
      {error('/lines') ? (
        <p role="alert" className="px-3 pt-2 text-danger text-xs">
          {error('/lines')}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the fields inside */}
      <div ref={grid} onKeyDown={onKeyDown} className="overflow-x-auto">
        <div style={narrow ? {} : { minWidth: `${58 + 9 * dimensions.length}rem` }}>
          {narrow ? null : (
            <div
              className="grid h-8 items-center gap-px border-b px-1 text-ink-muted text-xs"
              style={{ gridTemplateColumns: template }}
            >
              {headings.map(([label, end]) => (
                <span key={label} className={end ? 'whitespace-nowrap px-2 text-end' : 'px-2'}>
                  {label}
                </span>
              ))}
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
              net={nets?.get(line.key)}
              last={row === lines.length - 1}
              onChange={change}
              onRemove={remove}
              error={error}
            />
          ))}
        </div>
      </div>
      <p className="border-t px-3 py-2 text-ink-muted text-xs max-sm:hidden">{bills('gridHint')}</p>
    </section>
  );
}
