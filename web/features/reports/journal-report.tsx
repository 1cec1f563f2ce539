'use client';
import { journalFile, readJournalReport } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { Button } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { Amount } from './amount.tsx';
import { RangeControls } from './date-controls.tsx';
import { ExportMenu } from './export-menu.tsx';
import { filterTerms, useLineFilter } from './line-filter.ts';
import { useRange } from './report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { moveBetweenRows } from './row-keys.ts';
import { KnownOnField } from './statement-controls.tsx';
import { knownTerms, useStatementView } from './statement-terms.ts';

type Entry = Output<typeof readJournalReport>['items'][number];
type Terms = ReturnType<typeof filterTerms> & { readonly from: string; readonly to: string; readonly knownOn?: string };

const useJournal = (terms: Terms | null) =>
  useInfiniteQuery({
    queryKey: [readJournalReport.name, 'pages', terms],
    queryFn: ({ pageParam, signal }) =>
      api.call(readJournalReport, { ...terms, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: terms !== null,
  });

/** Every entry between two days with its lines, in order of date: all of them, or those that name a value. */
export function JournalReport() {
  const t = useTranslations('reports');
  const dates = useRange('this_year');
  const view = useStatementView();
  const [filter] = useLineFilter();
  const { presets, value: range } = dates;
  const terms = range && { ...range, ...knownTerms(view), ...filterTerms(filter) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useJournal(terms);
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <ReportFrame
      title={t('journalReport')}
      controls={
        <>
          <RangeControls {...dates} />
          <KnownOnField {...view} />
          <LineFilterFields />
        </>
      }
      currency={entries[0]?.total.currency}
      actions={<ExportMenu report={journalFile} terms={entries.length > 0 ? terms : null} />}
    >
      {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <ReportSkeleton /> : null}
      {data && entries.length === 0 ? <EmptyReport onShowAll={presets && (() => dates.set(presets.all))} /> : null}
      {entries.length > 0 ? <EntryTable label={t('journalReport')} entries={entries} /> : null}
      {hasNextPage ? (
        <Button className="self-center print:hidden" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </ReportFrame>
  );
}

function EntryTable({ label, entries }: { label: string; entries: readonly Entry[] }) {
  const t = useTranslations('reports');
  const heads = [t('date'), t('entry'), t('account'), t('description'), t('debit'), t('credit')];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div
      className="min-h-48 overflow-auto rounded-lg border bg-surface print:overflow-visible print:border-0"
      onKeyDown={moveBetweenRows}
    >
      <table aria-label={label} className="w-full min-w-[48rem] border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-surface print:static">
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:px-2 [&>th]:font-medium">
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index > 3 ? 'w-32 text-right' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {entries.map((entry) => (
          <EntryRows key={entry.id} entry={entry} />
        ))}
      </table>
    </div>
  );
}

function EntryRows({ entry }: { entry: Entry }) {
  const { date } = useFormats();
  return (
    <tbody className="[&>tr:last-child>td]:border-b">
      {entry.lines.map((line, index) => (
        <tr key={line.position} className="h-7 [&>td]:px-2">
          <td className="whitespace-nowrap">{index === 0 ? date(entry.date) : null}</td>
          <td className="whitespace-nowrap">
            {index === 0 ? (
              <Link
                href={`/journals/${entry.id}`}
                data-row-link
                className="underline-offset-2 hover:underline focus-visible:underline"
              >
                {entry.number}
              </Link>
            ) : null}
          </td>
          <td>{`${line.accountCode} ${line.accountName}`}</td>
          <td className="text-ink-muted">{line.description ?? (index === 0 ? entry.description : null)}</td>
          <td className="text-right">
            <Amount value={line.debit} />
          </td>
          <td className="text-right">
            <Amount value={line.credit} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
