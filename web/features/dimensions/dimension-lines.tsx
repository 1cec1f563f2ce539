'use client';
import { readDimensionLines } from '@atlas/accounting/contract';
import { Button } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';
import { filterTerms, useLineFilter } from '../reports/line-filter.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';
import { useUrlParams } from '../reports/url-params.ts';
import { LineFilterFields } from './line-filter-fields.tsx';

/** The lines of a value and of those below it, on one account or on all, each leading to its entry. */
export function DimensionLines({ valueId }: { valueId: string }) {
  const t = useTranslations('dimensions');
  const { date } = useFormats();
  const [params] = useUrlParams();
  const [filter] = useLineFilter();
  const asked = Object.fromEntries(
    [
      ['accountId', params.get('account')] as const,
      ['from', params.get('from')] as const,
      ['to', params.get('to')] as const,
      ['knownOn', params.get('knownOn')] as const,
    ].filter(([, value]) => value !== null),
  );
  const lines = useInfiniteQuery({
    queryKey: [readDimensionLines.name, 'pages', valueId, asked, filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        readDimensionLines,
        { valueId, ...asked, ...filterTerms(filter), limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const first = lines.data?.pages[0];
  const items = lines.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <ReportFrame
      title={t('lines')}
      trail={[{ label: t('report'), path: '/reports/by-dimension' }]}
      controls={<LineFilterFields />}
      currency={first?.total.currency}
    >
      {lines.error ? <ReportProblem error={lines.error} onRetry={() => void lines.refetch()} /> : null}
      {lines.isPending ? <ReportSkeleton /> : null}
      {first && items.length === 0 ? <EmptyReport onShowAll={null} /> : null}
      {first && items.length > 0 ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
        <div className="min-h-48 flex-1 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
          <table className="w-full tabular-nums" aria-label={t('lines')}>
            <thead>
              <tr className="h-8 text-ink-muted text-xs [&>th]:px-2 [&>th]:text-start [&>th]:font-medium">
                {(['date', 'entry', 'description', 'account', 'value'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
                <th scope="col" className="!text-end">
                  {t('debit')}
                </th>
                <th scope="col" className="!text-end">
                  {t('credit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((line) => (
                <tr
                  key={`${line.id} ${line.position}`}
                  className="h-8 hover:bg-hover focus-within:bg-hover [&>td]:border-t [&>td]:px-2"
                >
                  <td>{date(line.date)}</td>
                  <td>
                    <Link
                      href={`/journals/${line.id}`}
                      data-row-link
                      className="whitespace-nowrap hover:underline focus-visible:underline"
                    >
                      {line.number}
                    </Link>
                  </td>
                  <td>{line.description}</td>
                  <td>
                    <span className="text-ink-muted">{line.accountCode}</span> {line.accountName}
                  </td>
                  <td>{line.valueCode}</td>
                  <td className="text-end">
                    <Amount value={line.debit} />
                  </td>
                  <td className="text-end">
                    <Amount value={line.credit} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="border-t px-2 py-2 text-end font-semibold">
            {t('total')} <Amount value={first.total} />
          </p>
          {lines.hasNextPage ? (
            <div className="p-2">
              <Button busy={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
                {t('more')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </ReportFrame>
  );
}
