'use client';
import { Button, Skeleton } from '@atlas/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { askToProve, needsProof } from '@/lib/step-up.ts';

type Props<T> = {
  query: UseQueryResult<T>;
  /** How many rows are expected, so that nothing jumps. */
  rows?: number;
  children: (data: T) => ReactNode;
};

/** What a card shows of a read while it is coming, when it is refused, and when it is there. */
export function PartState<T>({ query, rows = 2, children }: Props<T>) {
  const t = useTranslations('settings');
  const words = useProblemWords();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError)
    return (
      <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 py-1">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <Skeleton key={row} className="h-8" />
        ))}
      </div>
    );
  const { title, detail, reference } = words(query.error);
  const retry = async () => {
    if (!needsProof(query.error) || (await askToProve())) await query.refetch();
  };
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{title}</p>
        {detail ? <p className="text-ink-muted">{detail}</p> : null}
        {reference ? <p className="font-mono text-ink-muted text-xs">{reference}</p> : null}
      </div>
      <Button onClick={() => void retry()}>{t(needsProof(query.error) ? 'prove' : 'retry')}</Button>
    </div>
  );
}
