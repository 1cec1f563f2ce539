'use client';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { DepartmentsCard } from './departments-card.tsx';
import { TeamsCard } from './teams-card.tsx';
import { useMembers } from './use-members.ts';

/** Who works where, and with whom. */
export function TeamsScreen() {
  const { permissions } = useSession();
  const members = useMembers();
  return (
    <SettingsPage section="teams">
      <PartState query={members} rows={6}>
        {(people) => (
          <>
            <DepartmentsCard people={people} manages={permissions.includes('identity.department.assign')} />
            <TeamsCard people={people} manages={permissions.includes('identity.team.add_member')} />
          </>
        )}
      </PartState>
    </SettingsPage>
  );
}
