'use client';
import { cn } from '@atlas/ui';
import { ChevronDown, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from './amount.tsx';
import { moveBetweenRows } from './row-keys.ts';
import { closable, type Statement, type StatementLine, seenLines } from './statement.ts';
import { useColumnWords } from './use-column-words.ts';

export type StatementTableProps = {
  label: string;
  statement: Statement;
  /** Where a line is explained. */
  hrefOf: (line: StatementLine) => string | null;
  closed: ReadonlySet<string>;
  onToggle: (key: string) => void;
};

const lineStyle: Record<StatementLine['kind'], string> = {
  section: 'h-10 align-bottom font-semibold text-base',
  heading: 'h-8 font-medium',
  account: 'h-8 hover:bg-hover focus-within:bg-hover',
  item: 'h-8 hover:bg-hover focus-within:bg-hover',
  total: 'h-8 font-medium [&>td]:border-t',
  grand: 'h-9 font-semibold [&>td]:border-t',
};

/** A statement: its head and its last line stay where they are while the lines between them scroll. */
export function StatementTable({ label, statement, hrefOf, closed, onToggle }: StatementTableProps) {
  const t = useTranslations('reports');
  const heads = useColumnWords()(statement);
  const { lines, columns, currency } = statement;
  const canClose = new Set(closable(lines).map(({ key }) => key));
  const rows = seenLines(lines, closed).map((line) => {
    const toggle = canClose.has(line.key) ? { open: !closed.has(line.key), onToggle: () => onToggle(line.key) } : null;
    const row = <Line key={line.key} line={line} href={hrefOf(line)} toggle={toggle} columns={columns} currency={currency} />;
    return { isLast: line.kind === 'grand', row };
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div
      className="min-h-48 flex-1 overflow-auto rounded-lg border bg-surface print:overflow-visible print:border-0"
      onKeyDown={moveBetweenRows}
    >
      <table className="w-full border-separate border-spacing-0" aria-label={label}>
        <thead className="sticky top-0 z-10 bg-surface print:static">
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className="w-20 pl-4 max-sm:hidden">
              {t('code')}
            </th>
            <th scope="col" className="min-w-48 px-2">
              {t('account')}
            </th>
            {heads.map((head, index) => (
              <th key={`${head}-${index}`} scope="col" className="whitespace-nowrap px-2 text-right last:pr-4 sm:min-w-28">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.flatMap(({ isLast, row }) => (isLast ? [] : [row]))}</tbody>
        <tfoot className="sticky bottom-0 z-10 bg-canvas print:static">
          {rows.flatMap(({ isLast, row }) => (isLast ? [row] : []))}
        </tfoot>
      </table>
    </div>
  );
}

type LineProps = {
  line: StatementLine;
  href: string | null;
  toggle: { open: boolean; onToggle: () => void } | null;
  columns: Statement['columns'];
  currency: string;
};

function Line({ line, href, toggle, columns, currency }: LineProps) {
  return (
    <tr className={cn('relative', lineStyle[line.kind])}>
      <td className="pl-4 text-ink-muted max-sm:hidden">{line.code}</td>
      <td className="px-2">
        <span className="flex items-center gap-1" style={{ paddingInlineStart: `${Math.max(0, line.level - 1) * 0.875}rem` }}>
          <Name line={line} href={href} toggle={toggle} />
        </span>
      </td>
      {columns.map(({ measure }, index) => (
        <td key={index} className="px-2 text-right last:pr-4">
          <Figure text={line.cells[index] ?? null} isPercent={measure === 'percent'} currency={currency} />
        </td>
      ))}
    </tr>
  );
}

function Name({ line, href, toggle }: Pick<LineProps, 'line' | 'href' | 'toggle'>) {
  const t = useTranslations('reports');
  const name = line.label === null ? line.name : t(`lines.${line.label}`);
  if (toggle)
    return (
      <button
        type="button"
        data-row-link
        aria-expanded={toggle.open}
        className="flex items-center gap-1 focus-visible:underline"
        onClick={toggle.onToggle}
      >
        {toggle.open ? <ChevronDown className="size-3.5" aria-hidden /> : <ChevronRight className="size-3.5" aria-hidden />}
        {name}
      </button>
    );
  if (href === null) return <span className={line.level > 0 ? 'pl-4.5' : ''}>{name}</span>;
  return (
    <Link href={href} data-row-link className="pl-4.5 outline-offset-0 after:absolute after:inset-0 focus-visible:underline">
      {name}
    </Link>
  );
}

function Figure({ text, isPercent, currency }: { text: string | null; isPercent: boolean; currency: string }) {
  const { decimal } = useFormats();
  if (text === null) return null;
  if (isPercent) return <span className="whitespace-nowrap text-ink-muted">{`${decimal(text)} %`}</span>;
  return <Amount value={{ amount: text, currency }} />;
}
