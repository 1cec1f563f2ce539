'use client';
import { listImportRows } from '@atlas/imports/contract';
import { Button } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { api } from '@/lib/api.ts';
import { download } from '@/lib/download.ts';

/** The records that are left out, each with its place in the file and the reason, page by page; all of them as a file. */
export function RefusedRows({ importId, count }: { importId: string; count: number }) {
  const t = useTranslations('imports');
  const rows = useInfiniteQuery({
    queryKey: [listImportRows.name, 'pages', importId, count],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        listImportRows,
        { id: importId, status: 'refused', limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const saving = useAction({ told: true });
  const save = () => saving.run(() => download(`/v1/imports/${importId}/errors.csv`, `import-${importId.slice(-12)}-errors.csv`));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-base">{t('refusedTitle', { count })}</h2>
        <Button className="ml-auto" busy={saving.busy} onClick={() => void save()}>
          <Download aria-hidden />
          {t('download')}
        </Button>
        <p className="w-full text-ink-muted">{t('refusedAbout')}</p>
      </div>
      <div className="overflow-x-auto rounded-lg border bg-surface">
        <table className="w-full min-w-[40rem] border-separate border-spacing-0">
          <thead>
            <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
              <th scope="col" className="px-2 pl-4">
                {t('place')}
              </th>
              <th scope="col" className="px-2">
                {t('key')}
              </th>
              <th scope="col" className="px-2">
                {t('reason')}
              </th>
              <th scope="col" className="px-2 pr-4">
                {t('values')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.id} className="align-top [&>td]:py-1.5">
                <td className="whitespace-nowrap px-2 pl-4">{t('placeOf', { file: row.file, row: row.rowNumber })}</td>
                <td className="px-2">{row.key}</td>
                <td className="min-w-64 px-2">{row.message ?? row.code}</td>
                <td className="max-w-96 truncate px-2 pr-4 text-ink-muted text-xs" title={Object.values(row.values).join(' · ')}>
                  {Object.values(row.values)
                    .filter((value) => value !== '')
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.hasNextPage ? (
        <div>
          <Button busy={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
