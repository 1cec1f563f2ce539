'use client';
import { Button } from '@atlas/ui';
import { useQuery } from '@tanstack/react-query';
import { CirclePause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { Refusal } from '../settings/refusal.tsx';
import { enterWorkspace, listWorkspaces, startOver } from './auth.ts';
import { signOut } from './auth-sign-in.ts';

type Props = { workspaceId: string; reason: string | null };

/** A workspace that nobody gets into: why, and the way into another. */
export function SuspendedScreen({ workspaceId, reason }: Props) {
  const t = useTranslations('standing');
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: listWorkspaces });
  const entering = useAction();
  const own = workspaces.data?.find(({ id }) => id === workspaceId);
  const others = (workspaces.data ?? []).filter(({ id }) => id !== workspaceId);
  const enter = async (id: string) => {
    if (!(await entering.run(() => enterWorkspace(id)))) return;
    startOver('/');
  };
  return (
    <div className="flex flex-col gap-4">
      <title>{`${t('suspended')} · Atlas`}</title>
      <CirclePause className="size-8 text-danger" strokeWidth={1.5} aria-hidden />
      <h1 className="font-semibold text-xl">{own ? t('suspendedNamed', { workspace: own.name }) : t('suspended')}</h1>
      <p className="text-ink-muted">{t('suspendedAbout')}</p>
      {reason ? (
        <p className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          <span className="block text-xs">{t('why')}</span>
          {reason}
        </p>
      ) : null}
      {others.length > 0 ? (
        <div className="flex flex-col gap-2">
          <h2 className="text-ink-muted text-xs">{t('others')}</h2>
          {others.map(({ id, name }) => (
            <Button key={id} disabled={entering.busy} onClick={() => void enter(id)}>
              {name}
            </Button>
          ))}
        </div>
      ) : null}
      <Refusal error={entering.error} />
      <Button look="primary" onClick={() => startOver('/')}>
        {t('again')}
      </Button>
      <Button look="quiet" onClick={() => void signOut().then(() => startOver('/sign-in'))}>
        {t('signOut')}
      </Button>
    </div>
  );
}
