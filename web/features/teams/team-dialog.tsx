'use client';
import { createTeam, type teamSummary, updateTeam } from '@atlas/identity/contract';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { NameDialog } from './name-dialog.tsx';

export type Team = z.output<typeof teamSummary>;

/** Asks for the name of a team, new or known. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const t = useTranslations('teams');
  const creation = useCommand(createTeam, ['identity.']);
  const change = useCommand(updateTeam, ['identity.']);
  const save = (name: string) =>
    team ? change.mutateAsync({ id: team.id, version: team.version, name }) : creation.mutateAsync({ name });
  return <NameDialog title={t(team ? 'renameTeam' : 'newTeam')} startsAs={team?.name} save={save} onClose={onClose} />;
}
