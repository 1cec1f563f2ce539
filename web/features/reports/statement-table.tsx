'use client';
import { cn } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Amount } from './amount.tsx';
import { moveBetweenRows } from './row-keys.ts';
import type { Statement, StatementLine } from './statement.ts';

export type StatementTableProps = {
  label: string;
  statement: Statement;
  /** Where a line is explained. */
  hrefOf: (line: StatementLine) => string | null;
};

const lineStyle: Record<StatementLine['kind'], string> = {
  section: 'h-10 align-bottom font-semibold text-base',
  heading: 'h-8 text-ink-muted font-medium',
  account: 'h-8 hover:bg-hover focus-within:bg-hover',
  subtotal: 'h-8 font-medium [&>td]:border-t',
  total: 'h-9 font-semibold [&>td]:border-t',
};

/** A report: its head and its totals stay where they are while the lines between them scroll. */
export function StatementTable({ label, statement: { columns, lines, totals }, hrefOf }: StatementTableProps) {
  const t = useTranslations('reports');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="min-h-48 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table className="w-full border-separate border-spacing-0" aria-label={label}>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className="w-20 pl-4 max-sm:hidden">
              {t('code')}
            </th>
            <th scope="col" className="px-2">
              {t('account')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="w-40 whitespace-nowrap max-sm:w-24 px-2 text-right last:pr-4">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} columns={columns.length} href={hrefOf(line)} />
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 z-10 bg-canvas">
          {totals.map((line) => (
            <Line key={line.key} line={line} columns={columns.length} href={hrefOf(line)} />
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function Line({ line, columns, href }: { line: StatementLine; columns: number; href: string | null }) {
  const name = href ? (
    <Link href={href} data-row-link className="outline-offset-0 after:absolute after:inset-0 focus-visible:underline">
      {line.name}
    </Link>
  ) : (
    line.name
  );
  return (
    <tr className={cn('relative', lineStyle[line.kind])}>
      <td className="pl-4 text-ink-muted max-sm:hidden">{line.code}</td>
      <td className={cn('px-2', line.kind === 'account' && 'pl-5')}>{name}</td>
      {Array.from({ length: columns }, (_, index) => (
        <td key={index} className="px-2 text-right last:pr-4">
          <Amount value={line.amounts[index]} />
        </td>
      ))}
    </tr>
  );
}
