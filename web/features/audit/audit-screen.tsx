'use client';
import { audit } from '@atlas/contract';
import { Button, EmptyState, ErrorState, Skeleton } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { FilterChips } from '../list/filter-chips.tsx';
import { useListState } from '../list/list-state.ts';
import type { Filter } from '../list/list-types.ts';
import { moveBetweenRows } from '../reports/row-keys.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { auditInput } from './audit-input.ts';
import { AuditRow } from './audit-row.tsx';
import { usePeople } from './audit-words.ts';
import { useVerification, Verdict, VerifyButton } from './verify-button.tsx';

const areas = ['sales', 'accounting', 'parties', 'catalog', 'imports', 'identity', 'platform'] as const;

function useFilters(people: ReadonlyMap<string, string>): Filter[] {
  const t = useTranslations('audit');
  return useMemo(
    () => [
      {
        name: 'action',
        label: t('area'),
        kind: 'choice',
        options: areas.map((value) => ({ value, label: t(`areas.${value}`) })),
      },
      { name: 'actorId', label: t('person'), kind: 'choice', options: [...people].map(([value, label]) => ({ value, label })) },
      { name: 'subjectId', label: t('record'), kind: 'text' },
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t, people.size],
  );
}

/** Everything that was done in the workspace, newest first. */
export function AuditScreen() {
  const t = useTranslations('audit');
  const words = useProblemWords();
  const people = usePeople();
  const filters = useFilters(people);
  const [{ filters: chosen }, change] = useListState(filters, '');
  const [opened, setOpened] = useState<string | null>(null);
  const verification = useVerification();
  const events = useInfiniteQuery({
    queryKey: [audit.listAuditEvents.name, 'pages', chosen],
    queryFn: ({ pageParam, signal }) =>
      api.call(audit.listAuditEvents, { ...auditInput(chosen), ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const rows = events.data?.pages.flatMap(({ items }) => items) ?? [];
  const personOf = (actorKind: string, actorId: string | null): string =>
    actorId === null || actorKind === 'system' ? t('system') : (people.get(actorId) ?? t('formerMember'));
  return (
    <SettingsPage section="audit" actions={<VerifyButton verification={verification} />}>
      <Verdict verification={verification} />
      <div className="flex flex-wrap items-center gap-2">
        <FilterChips filters={filters} chosen={chosen} onChange={(next) => change({ filters: next })} />
      </div>
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
              person={personOf(event.actorKind, event.actorId)}
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
    </SettingsPage>
  );
}
