'use client';
import { createTeam, type teamSummary, updateTeam } from '@atlas/identity/contract';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';

export type Team = z.output<typeof teamSummary>;

/** Asks for the name of a team, new or known. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const t = useTranslations('teams');
  const creation = useCommand(createTeam, ['identity.']);
  const change = useCommand(updateTeam, ['identity.']);
  const [name, setName] = useState(team?.name ?? '');
  const saving = useAction();
  const save = () => (team ? change.mutateAsync({ id: team.id, version: team.version, name }) : creation.mutateAsync({ name }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(save))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t(team ? 'renameTeam' : 'newTeam')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Refusal error={saving.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
