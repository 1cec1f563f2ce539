'use client';
import { Button, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useOnClient } from '@/lib/on-client.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { WaitingInvitations } from '../invitation/waiting-invitations.tsx';
import { WorkspaceOffers } from '../invitation/workspace-offers.tsx';
import { createWorkspace, startOver } from './auth.ts';
import { signOut } from './auth-sign-in.ts';

/** Makes a workspace: the walls around one company's data. Its books are set up next. */
export function WorkspaceForm() {
  const t = useTranslations('session');
  const words = useProblemWords();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const alive = useOnClient();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name === '') return setError(t('workspaceNameMissing'));
    setBusy(true);
    try {
      await createWorkspace(name);
      startOver(`/set-up?name=${encodeURIComponent(name)}`);
    } catch (refusal) {
      setError(words(refusal).title);
      setBusy(false);
    }
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <title>{`${t('workspaceTitle')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t('workspaceTitle')}</h1>
      <p className="text-ink-muted">{t('workspaceDetail')}</p>
      <WaitingInvitations />
      <WorkspaceOffers />
      <Field label={t('workspaceName')} error={error ?? undefined} required>
        {(control) => <Input {...control} name="name" autoComplete="organization" />}
      </Field>
      <Button type="submit" look="primary" size="large" busy={busy} disabled={!alive}>
        {t('createWorkspace')}
      </Button>
      <Button look="quiet" onClick={() => void signOut().then(() => startOver('/sign-in'))}>
        {t('signOut')}
      </Button>
    </form>
  );
}
