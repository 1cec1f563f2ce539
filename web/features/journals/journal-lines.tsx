'use client';
import { decimalText } from '@atlas/kernel';
import { type ClipboardEvent, useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { decimalMarkOf, typedNumber } from '@/lib/calculate.ts';
import { useFormats } from '@/lib/format.tsx';
import { useUsedDimensions } from '../dimensions/use-dimensions.ts';
import { useGridKeys } from '../documents/use-grid-keys.ts';
import { cellsOf } from '../invoices/paste.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { type DraftLine, isFilled, pasteInto, withBlankEnd } from './journal-draft.ts';
import { type Account, JournalLineRow } from './journal-line-row.tsx';

type Props = {
  lines: readonly DraftLine[];
  onChange: (lines: readonly DraftLine[]) => void;
  error: (pointer: string) => string | undefined;
};

const keptByDocuments = new Set<string | null>(['receivable', 'payable']);
const templateOf = (dimensions: number): string =>
  `minmax(12rem,1.2fr) minmax(10rem,2fr) 9rem 9rem ${'9rem '.repeat(dimensions)}2rem`;

/** The accounts that a journal may post to. */
const postable = (chart: readonly Account[]): Account[] =>
  chart.filter(({ isGroup, archivedAt, role }) => !isGroup && archivedAt === null && !keptByDocuments.has(role));

/** Finds an account by its code, its name or both. */
const accountFinder =
  (accounts: readonly Account[]) =>
  (text: string): string =>
    accounts.find(({ code, name }) => [code, name, `${code} ${name}`].some((known) => known.toLowerCase() === text.toLowerCase()))
      ?.id ?? '';

/** The lines of a journal with the keys of a spreadsheet: Tab, Enter, arrows, pasting from one. */
export function JournalLines({ lines, onChange, error }: Props) {
  const t = useTranslations('journals');
  const { locale } = useFormats();
  const narrow = useNarrow();
  const chart = useChartOfAccounts();
  const accounts = postable(chart.data ?? []);
  const dimensions = useUsedDimensions();
  const template = templateOf(dimensions.length);
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
  const amount = (text: string) => {
    const value = typedNumber(text.replace(/[€$£¥]/g, '').trim(), decimalMarkOf(locale));
    return value ? decimalText(value) : text;
  };
  const onPaste = async (event: ClipboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!here || !cells) return;
    event.preventDefault();
    // Accounts are found in the chart: whoever pastes before it is there waits for it.
    const known = chart.data ?? (await chart.refetch({ cancelRefetch: false })).data ?? [];
    const now = latest.current;
    now.onChange(pasteInto(now.lines, cells, here, { account: accountFinder(postable(known)), amount }));
  };
  const sentAs = new Map(lines.filter(isFilled).map(({ key }, index) => [key, index]));
  const errorOf = (key: string) => {
    const at = `/lines/${sentAs.get(key) ?? -1}`;
    const own = error(`${at}/dimensions`) ?? dimensions.map(({ id }) => error(`${at}/dimensions/${id}`)).find(Boolean);
    return own ?? ['/accountId', '/debit', '/credit', '/description', ''].map((field) => error(`${at}${field}`)).find(Boolean);
  };
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
        <div style={narrow ? {} : { minWidth: `${48 + 9 * dimensions.length}rem` }}>
          {narrow ? null : (
            <div
              className="grid h-8 items-center gap-px border-b px-1 text-ink-muted text-xs"
              style={{ gridTemplateColumns: template }}
            >
              {(['account', 'description', 'debit', 'credit'] as const).map((heading, index) => (
                <span key={heading} className={index > 1 ? 'px-2 text-end' : 'px-2'}>
                  {t(heading)}
                </span>
              ))}
              {dimensions.map(({ id, name }) => (
                <span key={id} className="truncate px-2">
                  {name}
                </span>
              ))}
            </div>
          )}
          {lines.map((line, row) => (
            <JournalLineRow
              key={line.key}
              line={line}
              row={row}
              accounts={accounts}
              dimensions={dimensions}
              template={template}
              narrow={narrow}
              last={row === lines.length - 1}
              error={errorOf(line.key)}
              onChange={change}
              onRemove={remove}
            />
          ))}
        </div>
      </div>
      <p className="border-t px-3 py-2 text-ink-muted text-xs max-sm:hidden">{t('gridHint')}</p>
    </section>
  );
}
