'use client';
import { ErrorState, Skeleton } from '@atlas/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { PageHeader } from '../shell/page-header.tsx';

/** A record while it is loading, when it cannot be had, and when it is there. */
export function RecordState<T>({ query, children }: { query: UseQueryResult<T>; children: (record: T) => ReactNode }) {
  const t = useTranslations('list');
  const words = useProblemWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    const { title, detail, reference } = words(query.error);
    return (
      <>
        <PageHeader title={title} />
        <ErrorState
          title={title}
          description={detail}
          reference={reference}
          retryLabel={t('retry')}
          onRetry={() => void query.refetch()}
        />
      </>
    );
  }
  return (
    <div role="status" aria-label={t('loading')}>
      <div className="flex h-12 items-center border-b px-4">
        <Skeleton className="h-5 w-56" />
      </div>
      <div className="grid gap-4 p-4 lg:grid-cols-[1fr_20rem]">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
