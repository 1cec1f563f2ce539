'use client';
import { listWorkspaceMembers } from '@atlas/administration/contract';
import { Badge, Button } from '@atlas/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { useRoleName } from '../members/roles.ts';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { ImpersonateDialog } from './impersonate-dialog.tsx';
import type { Workspace, WorkspaceMember } from './types.ts';

const pageSize = 50;

/** Who is in a workspace, and the way to act as one of them for a while. */
export function PeopleCard({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const [actingAs, setActingAs] = useState<WorkspaceMember | null>(null);
  const members = useInfiniteQuery({
    queryKey: [listWorkspaceMembers.name, 'pages', workspace.id],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        listWorkspaceMembers,
        { workspaceId: workspace.id, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const people = members.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <SettingsCard title={t('people')} description={t('peopleAbout')}>
      <Refusal error={members.error} />
      {members.isSuccess && people.length === 0 ? <p className="text-ink-muted">{t('nobody')}</p> : null}
      <ul aria-label={t('people')} className="divide-y">
        {people.map((person) => (
          <PersonRow
            key={person.userId}
            person={person}
            locked={workspace.state === 'suspended'}
            onActAs={() => setActingAs(person)}
          />
        ))}
      </ul>
      {members.hasNextPage ? (
        <Button className="mt-2" busy={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {actingAs ? <ImpersonateDialog workspace={workspace} person={actingAs} onClose={() => setActingAs(null)} /> : null}
    </SettingsCard>
  );
}

type RowProps = { person: WorkspaceMember; locked: boolean; onActAs: () => void };

function PersonRow({ person: { name, email, role, administrator }, locked, onActAs }: RowProps) {
  const t = useTranslations('platform');
  const roleName = useRoleName();
  return (
    <li className="flex flex-wrap items-center gap-3 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name || email}</span>
          {administrator ? <Badge tone="warning">{t('administrator')}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted text-xs">{email}</p>
      </div>
      <span className="text-ink-muted">{roleName(role)}</span>
      {administrator ? null : (
        <Button
          size="small"
          disabled={locked}
          title={locked ? t('actAsSuspended') : undefined}
          aria-label={t('actAsPerson', { name: name || email })}
          onClick={onActAs}
        >
          {t('actAs')}
        </Button>
      )}
    </li>
  );
}
