'use client';
import { getWorkspace } from '@atlas/administration/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Facts } from '../record/facts.tsx';
import { RecordState } from '../record/record-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { FeaturesCard } from './features-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { SuspendButton } from './suspend-button.tsx';
import { TrialCard } from './trial-card.tsx';
import type { Workspace } from './types.ts';
import { UsageCard } from './usage-card.tsx';
import { WorkspaceState } from './workspace-state.tsx';

/** One workspace from outside: how it stands, what it may, who is in it. */
export function WorkspaceConsole({ id }: { id: string }) {
  const query = useRead(getWorkspace, { id });
  return <RecordState query={query}>{(workspace) => <Page workspace={workspace} />}</RecordState>;
}

function Page({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  return (
    <>
      <PageHeader
        title={workspace.name}
        trail={[{ label: t('workspaces'), path: '/platform' }]}
        badge={<WorkspaceState state={workspace.state} />}
      >
        <SuspendButton workspace={workspace} />
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-2">
        <FactsCard workspace={workspace} />
        <UsageCard id={workspace.id} />
        <PlanCard key={`plan-${workspace.plan}-${JSON.stringify(workspace.limits)}`} workspace={workspace} />
        <TrialCard key={`trial-${workspace.trialEndsAt}`} workspace={workspace} />
        <FeaturesCard workspace={workspace} />
        <PeopleCard workspace={workspace} />
      </div>
    </>
  );
}

function FactsCard({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const { instant } = useFormats();
  const { owner, invitedOwner, suspendedAt, suspendedReason } = workspace;
  return (
    <SettingsCard title={t('facts')}>
      <Facts
        facts={[
          [t('owner'), owner ? `${owner.name}\n${owner.email}` : null],
          ...(invitedOwner ? [[t('invitedOwner'), invitedOwner] as const] : []),
          [t('created'), instant(workspace.createdAt)],
          ...(suspendedAt ? [[t('suspendedSince'), `${instant(suspendedAt)}\n${suspendedReason ?? ''}`] as const] : []),
          [t('id'), <code key="id">{workspace.id}</code>],
        ]}
      />
    </SettingsCard>
  );
}
