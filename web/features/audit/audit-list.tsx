'use client';
import { Button, EmptyState, ErrorState, Skeleton } from '@atlas/ui';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { moveBetweenRows } from '../reports/row-keys.ts';
import { type AuditEvent, AuditRow } from './audit-row.tsx';

export type AuditPages = InfiniteData<{ items: AuditEvent[]; nextCursor: string | null }>;

type Props = { events: UseInfiniteQueryResult<AuditPages>; nameOf: (actorId: string) => string | undefined };

/** What was done, newest first, page by page. */
export function AuditList({ events, nameOf }: Props) {
  const t = useTranslations('audit');
  const words = useProblemWords();
  const [opened, setOpened] = useState<string | null>(null);
  const rows = events.data?.pages.flatMap(({ items }) => items) ?? [];
  const personOf = ({ actorKind, actorId, action }: AuditEvent): string => {
    if (actorId === null || actorKind === 'system') return t('system');
    return nameOf(actorId) ?? t(action.startsWith('administration.') ? 'administrator' : 'formerMember');
  };
  return (
    <>
      {events.isError ? (
        <ErrorState
          title={words(events.error).title}
          description={words(events.error).detail}
          reference={words(events.error).reference}
          retryLabel={t('retry')}
          onRetry={() => void events.refetch()}
        />
      ) : null}
      {events.isPending ? <Skeleton className="h-96" /> : null}
      {events.isSuccess && rows.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('emptyTitle')} description={t('emptyAbout')} />
      ) : null}
      {rows.length > 0 ? (
        <ol aria-label={t('title')} className="overflow-hidden rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
          {rows.map((event) => (
            <AuditRow
              key={event.id}
              event={event}
              person={personOf(event)}
              open={opened === event.id}
              onToggle={() => setOpened(opened === event.id ? null : event.id)}
            />
          ))}
        </ol>
      ) : null}
      {events.hasNextPage ? (
        <Button className="self-center" busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
