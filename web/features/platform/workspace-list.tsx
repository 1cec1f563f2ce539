'use client';
import { listWorkspaces, plan, workspaceState } from '@atlas/administration/contract';
import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter } from '../list/list-types.ts';
import { pathOf, type WorkspaceSummary } from './types.ts';
import { WorkspaceState } from './workspace-state.tsx';

function useColumns(): readonly Column<WorkspaceSummary>[] {
  const t = useTranslations('platform');
  const { count, instant } = useFormats();
  return useMemo(() => {
    const day = (at: string | null) => (at === null ? '–' : instant(at));
    const owner = (row: WorkspaceSummary) => (row.owner ? `${row.owner.name} · ${row.owner.email}` : '–');
    return [
      {
        key: 'name',
        label: t('name'),
        width: 200,
        grow: 2,
        sort: 'name',
        fixed: true,
        cell: ({ name }) => name,
        text: ({ name }) => name,
      },
      {
        key: 'state',
        label: t('state'),
        width: 130,
        cell: ({ state }) => <WorkspaceState state={state} />,
        text: ({ state }) => t(`states.${state}`),
      },
      { key: 'plan', label: t('plan'), width: 110, cell: (row) => t(`plans.${row.plan}`), text: (row) => t(`plans.${row.plan}`) },
      {
        key: 'memberCount',
        label: t('members'),
        width: 100,
        align: 'end',
        cell: ({ memberCount }) => count(memberCount),
        text: ({ memberCount }) => String(memberCount),
      },
      { key: 'owner', label: t('owner'), width: 220, grow: 2, wide: true, cell: owner, text: owner },
      {
        key: 'trialEndsAt',
        label: t('trialEnds'),
        width: 170,
        wide: true,
        cell: ({ trialEndsAt }) => day(trialEndsAt),
        text: ({ trialEndsAt }) => trialEndsAt ?? '',
      },
      {
        key: 'createdAt',
        label: t('created'),
        width: 170,
        wide: true,
        sort: 'createdAt',
        cell: ({ createdAt }) => day(createdAt),
        text: ({ createdAt }) => createdAt,
      },
    ];
  }, [t, count, instant]);
}

/** The workspaces of all customers. */
export function WorkspaceList() {
  const t = useTranslations('platform');
  const filters = useMemo<Filter[]>(
    () => [
      {
        name: 'state',
        label: t('state'),
        kind: 'choice',
        options: workspaceState.options.map((value) => ({ value, label: t(`states.${value}`) })),
      },
      {
        name: 'plan',
        label: t('plan'),
        kind: 'choice',
        options: plan.options.map((value) => ({ value, label: t(`plans.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="workspaces"
      title={t('workspaces')}
      icon={Building2}
      route={listWorkspaces}
      columns={useColumns()}
      filters={filters}
      defaultSort="-createdAt"
      pathOf={({ id }) => pathOf(id)}
      empty={{ title: t('noWorkspaces'), description: t('noWorkspacesAbout') }}
      create={{ path: '/platform/workspaces/new', label: t('provision') }}
    />
  );
}
