'use client';
import { audit } from '@atlas/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { FilterChips } from '../list/filter-chips.tsx';
import { useListState } from '../list/list-state.ts';
import type { Filter } from '../list/list-types.ts';
import { useMay } from '../session/may.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { auditInput } from './audit-input.ts';
import { AuditList } from './audit-list.tsx';
import { AuditSearch } from './audit-search.tsx';
import { useNames, usePeople } from './audit-words.ts';
import { useVerification, Verdict, VerifyButton } from './verify-button.tsx';

const areas = ['sales', 'accounting', 'parties', 'catalog', 'tax', 'imports', 'identity', 'administration', 'platform'] as const;

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
  const people = usePeople();
  const filters = useFilters(people);
  const [{ filters: chosen }, change] = useListState(filters, '');
  const may = useMay();
  const verification = useVerification(audit.verifyAudit);
  const events = useInfiniteQuery({
    queryKey: [audit.listAuditEvents.name, 'pages', chosen],
    queryFn: ({ pageParam, signal }) =>
      api.call(audit.listAuditEvents, { ...auditInput(chosen), ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const names = useNames(events.data?.pages.flatMap(({ items }) => items.map(({ actorId }) => actorId)) ?? []);
  return (
    <SettingsPage section="audit" actions={may(audit.verifyAudit) ? <VerifyButton verification={verification} /> : null}>
      <Verdict verification={verification} />
      <div className="flex flex-wrap items-center gap-2">
        <AuditSearch people={people} onFound={(found) => change({ filters: { ...chosen, ...found } })} />
        <FilterChips filters={filters} chosen={chosen} onChange={(next) => change({ filters: next })} />
      </div>
      <AuditList events={events} nameOf={(actorId) => names.get(actorId)} />
    </SettingsPage>
  );
}
