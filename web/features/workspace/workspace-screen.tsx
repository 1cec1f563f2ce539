'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { managesMembers } from '../members/roles.ts';
import { Facts } from '../record/facts.tsx';
import { listWorkspaces } from '../session/auth.ts';
import { listMembers, membersKey } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { DomainsCard } from './domains-card.tsx';
import { LeaveCard } from './leave-card.tsx';
import { RenameForm } from './rename-form.tsx';

/** The workspace: its name, its books, and the way out of it. */
export function WorkspaceScreen() {
  const t = useTranslations('workspace');
  const { tenantId, company, role } = useSession();
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: listWorkspaces });
  const members = useQuery({ queryKey: membersKey, queryFn: listMembers });
  return (
    <SettingsPage section="workspace">
      <SettingsCard title={t('name')} description={t('nameAbout')}>
        <PartState query={workspaces} rows={1}>
          {(data) => (
            <RenameForm name={data.find(({ id }) => id === tenantId)?.name ?? company.name} fixed={!managesMembers(role)} />
          )}
        </PartState>
      </SettingsCard>
      <SettingsCard title={t('company')} description={t('companyAbout')}>
        <Facts
          facts={[
            [t('companyName'), company.name],
            [t('baseCurrency'), company.baseCurrency],
            [t('country'), company.country ?? '–'],
            [t('id'), <code key="id">{tenantId}</code>],
          ]}
        />
      </SettingsCard>
      {managesMembers(role) ? <DomainsCard /> : null}
      <LeaveCard members={members.data ?? null} />
    </SettingsPage>
  );
}
