'use client';
import { listStatementLines } from '@atlas/treasury/contract';
import { Button, Card, Input, Skeleton } from '@atlas/ui';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import type { RowOf } from '../list/list-types.ts';
import { usePages } from '../list/use-pages.ts';
import { ReportProblem } from '../reports/report-frame.tsx';
import { LineHeads } from './line-heads.tsx';

type Line = RowOf<typeof listStatementLines>;

/** The movements of an account, newest first; a day of the chart narrows them. */
export function LinesCard({ accountId }: { accountId: string }) {
  const t = useTranslations('bank');
  const address = useSearchParams();
  const [q, setQ] = useState('');
  const [from, to] = [address.get('from'), address.get('to')];
  const filters = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const { query, rows } = usePages(listStatementLines, { id: accountId }, { q, sort: '-bookedOn', filters });
  return (
    <Card className="p-4" aria-label={t('lines')}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('lines')}</h2>
        <Input
          type="search"
          className="max-w-xs"
          aria-label={t('searchLines')}
          placeholder={t('searchLines')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </div>
      {query.error ? <ReportProblem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton className="h-40" /> : null}
      {query.isSuccess && rows.length === 0 ? <p className="py-6 text-center text-ink-muted">{t('noLines')}</p> : null}
      {rows.length > 0 ? <LinesTable lines={rows} /> : null}
      {query.hasNextPage ? (
        <div className="mt-3 text-center">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function LinesTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('bank');
  const { amount, date } = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={t('lines')} tabIndex={0}>
      <table className="w-full min-w-md" aria-label={t('lines')}>
        <LineHeads />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="border-t align-top [&>td]:py-1.5 [&>td]:pe-3">
              <td className="whitespace-nowrap">{date(line.bookedOn)}</td>
              <td className="max-w-48 break-words">
                {line.counterpartyName ?? '–'}
                {line.counterpartyAccount ? (
                  <span className="block text-ink-muted text-xs">{line.counterpartyAccount}</span>
                ) : null}
              </td>
              <td className="max-w-80 break-words">
                {line.text}
                {line.reference ? <span className="block text-ink-muted text-xs">{line.reference}</span> : null}
              </td>
              <td className="pe-0! whitespace-nowrap text-end tabular-nums">{amount(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
