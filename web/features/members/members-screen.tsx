'use client';
import { assignRole } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { invitationsKey, listMembers, listPendingInvitations, membersKey } from '../session/auth-members.ts';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { AssignedRoles } from './assigned-roles.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { managesMembers } from './roles.ts';

/** Who is in the workspace and who was asked to come. */
export function MembersScreen() {
  const t = useTranslations('members');
  const client = useQueryClient();
  const { role, company } = useSession();
  const manages = managesMembers(role);
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const members = useQuery({ queryKey: membersKey, queryFn: listMembers });
  const invitations = useQuery({ queryKey: invitationsKey, queryFn: listPendingInvitations, enabled: manages });
  const refresh = async () => {
    await Promise.all([membersKey, invitationsKey].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  return (
    <SettingsPage
      section="members"
      actions={
        manages ? (
          <Button look="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden /> {t('invite')}
          </Button>
        ) : null
      }
    >
      <SettingsCard
        title={t('members')}
        description={t(manages ? 'membersAbout' : 'membersReadOnly', { workspace: company.name })}
      >
        <PartState query={members} rows={4}>
          {(data) => <MemberList members={data} onChanged={refresh} />}
        </PartState>
      </SettingsCard>
      {manages ? (
        <SettingsCard title={t('invitations')} description={t('invitationsAbout')}>
          <PartState query={invitations} rows={1}>
            {(data) => <InvitationList invitations={data} onChanged={refresh} />}
          </PartState>
        </SettingsCard>
      ) : null}
      {may(assignRole) ? <AssignedRoles /> : null}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} onInvited={() => void refresh()} /> : null}
    </SettingsPage>
  );
}
