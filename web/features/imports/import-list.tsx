'use client';
import { createImport, listImports } from '@atlas/imports/contract';
import { Badge, Button, EmptyState, Skeleton } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { isBusy, statusTones } from './import-words.ts';

const pollMs = 2000;

/** Past imports and those that run, newest first. */
export function ImportList() {
  const t = useTranslations('imports');
  const imports = useInfiniteQuery({
    queryKey: [listImports.name, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.call(listImports, { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => isBusy(status))) ? pollMs : false,
  });
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  const may = useMay();
  const create = may(createImport) ? (
    <Button asChild look="primary">
      <Link href="/imports/new">
        <Plus aria-hidden />
        {t('new')}
      </Link>
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')}>{create}</PageHeader>
      <div className="flex flex-col gap-3 p-3 sm:p-4">
        {imports.error ? <ReportProblem error={imports.error} onRetry={() => void imports.refetch()} /> : null}
        {imports.isPending ? <Skeleton className="h-64" /> : null}
        {imports.isSuccess && items.length === 0 ? (
          <EmptyState icon={FileUp} title={t('emptyTitle')} description={t('emptyAbout')}>
            {create}
          </EmptyState>
        ) : null}
        {items.length > 0 ? <ImportTable items={items} /> : null}
        {imports.hasNextPage ? (
          <div>
            <Button busy={imports.isFetchingNextPage} onClick={() => void imports.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

type Items = Awaited<ReturnType<typeof api.call<typeof listImports>>>['items'];

function ImportTable({ items }: { items: Items }) {
  const t = useTranslations('imports');
  const { count, instant } = useFormats();
  const total = (counts: Items[number]['counts'], name: 'created' | 'unchanged' | 'refused') =>
    count(counts.reduce((sum, each) => sum + each[name], 0));
  const number = 'w-28 px-2 text-right max-sm:hidden';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="overflow-x-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table aria-label={t('title')} className="w-full border-separate border-spacing-0">
        <thead>
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className="w-44 px-2 pl-4">
              {t('started')}
            </th>
            <th scope="col" className="px-2">
              {t('files')}
            </th>
            <th scope="col" className="w-36 px-2">
              {t('state')}
            </th>
            {(['created', 'unchanged', 'refused'] as const).map((name) => (
              <th key={name} scope="col" className={`${number} last:pr-4`}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id} className="relative h-8 hover:bg-hover has-focus-visible:bg-selected">
              <td className="whitespace-nowrap px-2 pl-4">
                <Link href={`/imports/${row.id}`} data-row-link className="after:absolute after:inset-0 focus-visible:underline">
                  {instant(row.createdAt)}
                </Link>
              </td>
              <td className="max-w-64 truncate px-2">{row.fileNames.join(', ') || '–'}</td>
              <td className="px-2">
                <Badge tone={statusTones[row.status]}>{t(`statuses.${row.status}`)}</Badge>
              </td>
              {(['created', 'unchanged', 'refused'] as const).map((name) => (
                <td key={name} className={`${number} last:pr-4`}>
                  {total(row.counts, name)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
