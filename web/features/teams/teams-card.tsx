'use client';
import { addTeamMember, deleteTeam, listTeams, removeTeamMember } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { PeopleChips } from './people-chips.tsx';
import { PlaceForm } from './place-form.tsx';
import { PlaceMenu } from './place-menu.tsx';
import { type Team, TeamDialog } from './team-dialog.tsx';
import { type Member, nameOf } from './use-members.ts';

type Props = { people: readonly Member[]; manages: boolean };

/** The teams: any number of people each, and anybody in any number of them. */
export function TeamsCard({ people, manages }: Props) {
  const t = useTranslations('teams');
  const teams = useRead(listTeams, {});
  /** `new`, or the one that is being renamed. */
  const [naming, setNaming] = useState<'new' | Team | null>(null);
  const [deleting, setDeleting] = useState<Team | null>(null);
  const removal = useCommand(deleteTeam, ['identity.']);
  return (
    <SettingsCard
      title={t('teams')}
      description={t('teamsAbout')}
      actions={
        manages ? (
          <Button onClick={() => setNaming('new')}>
            <Plus aria-hidden /> {t('newTeam')}
          </Button>
        ) : null
      }
    >
      <PartState query={teams} rows={2}>
        {({ items }) => <TeamList teams={items} people={people} manages={manages} onRename={setNaming} onDelete={setDeleting} />}
      </PartState>
      {naming ? <TeamDialog team={naming === 'new' ? null : naming} onClose={() => setNaming(null)} /> : null}
      <ConfirmDeed
        subject={deleting}
        title={({ name }) => t('deleteTitle', { name })}
        about={t('deleteTeamAbout')}
        label={t('delete')}
        deed={({ id }) => removal.mutateAsync({ id })}
        done={({ name }) => t('deleted', { name })}
        onClose={() => setDeleting(null)}
      />
    </SettingsCard>
  );
}

type ListProps = Props & { teams: readonly Team[]; onRename: (team: Team) => void; onDelete: (team: Team) => void };

function TeamList({ teams, people, manages, onRename, onDelete }: ListProps) {
  const t = useTranslations('teams');
  const addition = useCommand(addTeamMember, ['identity.']);
  const removal = useCommand(removeTeamMember, ['identity.']);
  const adding = useAction();
  const taking = useAction({ told: true });
  if (teams.length === 0) return <p className="text-ink-muted">{t('noTeams')}</p>;
  const put = async (person: Member, id: string): Promise<boolean> => {
    const done = await adding.run(() => addition.mutateAsync({ id, userId: person.userId }));
    if (done) notify('success', t('isIn', { name: nameOf(person), place: teams.find((team) => team.id === id)?.name ?? '' }));
    return done;
  };
  const take = async ({ id, name: place }: Team, person: Member) => {
    const done = await taking.run(() => removal.mutateAsync({ id, userId: person.userId }));
    if (done) notify('success', t('isOut', { name: nameOf(person), place }));
  };
  return (
    <div className="flex flex-col gap-3">
      <ul aria-label={t('teams')} className="divide-y border-b">
        {teams.map((team) => (
          <li key={team.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0">
            <span className="min-w-40 font-medium">{team.name}</span>
            <div className="min-w-0 flex-1 basis-64">
              <PeopleChips
                place={team.name}
                people={people.filter(({ teams: of }) => of.some(({ id }) => id === team.id))}
                busy={taking.busy}
                onTake={manages ? (person) => void take(team, person) : null}
              />
            </div>
            {manages ? <PlaceMenu name={team.name} onEdit={() => onRename(team)} onDelete={() => onDelete(team)} /> : null}
          </li>
        ))}
      </ul>
      {manages ? (
        <PlaceForm
          people={people}
          places={teams.map(({ id, name }) => ({ id, label: name }))}
          placeLabel={t('team')}
          action={adding}
          onPlace={put}
        />
      ) : null}
    </div>
  );
}
