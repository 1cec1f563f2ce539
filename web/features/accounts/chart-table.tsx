'use client';
import { Badge, Button, cn } from '@atlas/ui';
import { ChevronDown, ChevronRight, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { moveBetweenRows } from '../reports/row-keys.ts';
import type { Account, ChartRow } from './chart-tree.ts';

type Props = {
  rows: readonly ChartRow[];
  closed: ReadonlySet<string>;
  onToggle: (id: string) => void;
  /** Null for who may not change accounts. */
  onEdit: ((account: Account) => void) | null;
};

/** The rows of the chart: accounts lead to their ledgers, headings open and close. */
export function ChartTable({ rows, closed, onToggle, onEdit }: Props) {
  const t = useTranslations('accounts');
  const head = 'px-2 text-left font-medium';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="min-h-48 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table className="w-full border-separate border-spacing-0" aria-label={t('title')}>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="h-8 text-ink-muted text-xs [&>th]:border-b">
            <th scope="col" className={cn(head, 'pl-4')}>
              {t('account')}
            </th>
            <th scope="col" className={cn(head, 'w-32 max-sm:hidden')}>
              {t('type')}
            </th>
            <th scope="col" className={cn(head, 'w-48 max-md:hidden')}>
              {t('role')}
            </th>
            <th scope="col" className="w-12">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.account.id} row={row} closed={closed.has(row.account.id)} onToggle={onToggle} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Pick<Props, 'onToggle' | 'onEdit'> & { row: ChartRow; closed: boolean };

function Row({ row: { account, depth, holds }, closed, onToggle, onEdit }: RowProps) {
  const t = useTranslations('accounts');
  const label = `${account.code} ${account.name}`;
  return (
    <tr className={cn('h-8 hover:bg-hover focus-within:bg-hover', account.isGroup && 'font-semibold')}>
      <td className="pl-2">
        <span className="flex items-center gap-1" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          {holds > 0 ? (
            <Button
              size="small"
              look="quiet"
              aria-expanded={!closed}
              aria-label={t(closed ? 'open' : 'close', { label })}
              onClick={() => onToggle(account.id)}
            >
              {closed ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
            </Button>
          ) : (
            <span className="w-7" />
          )}
          <span className="min-w-16 text-ink-muted tabular-nums">{account.code}</span>
          {account.isGroup ? (
            account.name
          ) : (
            <Link href={`/reports/ledger/${account.id}`} data-row-link className="hover:underline focus-visible:underline">
              {account.name}
            </Link>
          )}
          {account.archivedAt ? <Badge>{t('archived')}</Badge> : null}
        </span>
      </td>
      <td className="px-2 text-ink-muted max-sm:hidden">{t(`types.${account.type}`)}</td>
      <td className="px-2 max-md:hidden">{account.role ? t(`roles.${account.role}`) : null}</td>
      <td>
        {onEdit ? (
          <Button size="small" look="quiet" aria-label={t('edit', { label })} onClick={() => onEdit(account)}>
            <Pencil aria-hidden />
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
