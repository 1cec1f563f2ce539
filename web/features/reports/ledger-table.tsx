'use client';
import type { MoneyJson } from '@atlas/kernel';
import { cn } from '@atlas/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from './amount.tsx';
import { moveBetweenRows } from './row-keys.ts';
import { sourcePath } from './source-link.ts';
import { difference } from './statement.ts';
import type { LedgerLine } from './use-ledger.ts';

export type LedgerTableProps = {
  label: string;
  lines: readonly LedgerLine[];
  opening: MoneyJson;
  closing: MoneyJson;
  hasMore: boolean;
  onMore: () => void;
  loadingMore: boolean;
};

const rowHeight = 32;
const widths = ['w-26', 'w-36', '', 'w-1/6', 'w-28', 'w-28', 'w-32'] as const;
const cell = 'truncate px-2 first:pl-4 last:pr-4';

/** The lines of an account; only those in view are drawn, the next page is read before the reader comes to it. */
export function LedgerTable({ label, lines, opening, closing, hasMore, onMore, loadingMore }: LedgerTableProps) {
  const t = useTranslations('reports');
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const rows = virtual.getVirtualItems();
  const [above, below] = [rows[0]?.start ?? 0, virtual.getTotalSize() - (rows.at(-1)?.end ?? 0)];
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && last >= lines.length - 60) onMore();
  }, [hasMore, loadingMore, last, lines.length, onMore]);

  const heads = [t('date'), t('entry'), t('description'), t('party'), t('debit'), t('credit'), t('balance')];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div ref={box} className="min-h-48 flex-1 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table
        aria-label={label}
        aria-rowcount={hasMore ? -1 : lines.length + 4}
        className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0"
      >
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="h-8 text-left text-ink-muted text-xs">
            {heads.map((head, index) => (
              <th key={head} scope="col" className={cn(cell, 'border-b font-medium', widths[index], index > 3 && 'text-right')}>
                {head}
              </th>
            ))}
          </tr>
          <BalanceRow name={t('opening')} value={opening} className="[&>td]:border-b" />
        </thead>
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {rows.map(({ index }) => {
            const line = lines[index];
            return line ? <LineRow key={`${line.id}-${line.position}`} line={line} index={index} /> : null;
          })}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
        <tfoot className="sticky bottom-0 z-10 bg-canvas">
          <BalanceRow name={t('movement')} value={difference(closing, opening)} className="[&>td]:border-t" />
          <BalanceRow
            name={t('closing')}
            note={hasMore ? t('moreLines', { count: lines.length }) : t('lineCount', { count: lines.length })}
            value={closing}
            className="font-semibold [&>td]:border-t"
          />
        </tfoot>
      </table>
    </div>
  );
}

/** The place of the lines that are not drawn. */
const Gap = ({ height }: { height: number }) => (
  <tr aria-hidden style={{ height }}>
    <td colSpan={7} />
  </tr>
);

function BalanceRow({ name, note, value, className }: { name: string; note?: string; value: MoneyJson; className: string }) {
  return (
    <tr className={cn('h-8', className)}>
      <td colSpan={2} className={cn(cell, 'font-normal text-ink-muted text-xs')}>
        {note}
      </td>
      <td colSpan={4} className={cell}>
        {name}
      </td>
      <td className={cn(cell, 'text-right')}>
        <Amount value={value} />
      </td>
    </tr>
  );
}

function LineRow({ line, index }: { line: LedgerLine; index: number }) {
  const { date } = useFormats();
  const document = sourcePath(line.sourceKind, line.sourceId);
  return (
    <tr aria-rowindex={index + 3} className="relative h-8 hover:bg-hover has-focus-visible:bg-selected">
      <td className={cell}>{date(line.date)}</td>
      <td className={cell}>
        <Link href={`/journals/${line.id}`} data-row-link className="after:absolute after:inset-0 focus-visible:underline">
          {line.number}
        </Link>
      </td>
      <td className={cell} title={line.description}>
        {document ? (
          <Link href={document} className="relative underline-offset-2 hover:underline focus-visible:underline">
            {line.description}
          </Link>
        ) : (
          line.description
        )}
      </td>
      <td className={cn(cell, 'text-ink-muted')}>{line.partyName}</td>
      <td className={cn(cell, 'text-right')}>
        <Amount value={line.debit} />
      </td>
      <td className={cn(cell, 'text-right')}>
        <Amount value={line.credit} />
      </td>
      <td className={cn(cell, 'text-right')}>
        <Amount value={line.balance} />
      </td>
    </tr>
  );
}
