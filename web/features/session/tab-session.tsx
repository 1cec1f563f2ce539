'use client';
import { Skeleton } from '@atlas/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useOnClient } from '@/lib/on-client.ts';
import { workspaceOfTab } from '@/lib/workspace.ts';
import { Refusal } from '../settings/refusal.tsx';
import { Shell } from '../shell/shell.tsx';
import { startOver } from './auth.ts';
import { readSession } from './read-session.ts';
import type { Session } from './session.tsx';

type Props = {
  /** Who is signed in, in the workspace of the session; null while something is missing there. */
  session: Session | null;
  /** Where that is made up for. */
  otherwise: string;
  children: ReactNode;
};

/** The pages behind the sign-in, in the workspace of this tab: the server knows only that of the session. */
export function TabSession({ session, otherwise, children }: Props) {
  const tab = useOnClient() ? workspaceOfTab() : null;
  if (tab !== null && tab !== session?.tenantId) return <Elsewhere workspaceId={tab}>{children}</Elsewhere>;
  return session ? <Shell session={session}>{children}</Shell> : <Leave to={otherwise} />;
}

function Elsewhere({ workspaceId, children }: { workspaceId: string; children: ReactNode }) {
  const standing = useQuery({ queryKey: ['session', workspaceId], queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  useEffect(() => {
    delete document.documentElement.dataset.elsewhere;
  }, []);
  if (standing.data) return <Shell session={standing.data}>{children}</Shell>;
  return <main className="p-4">{standing.error ? <Refusal error={standing.error} /> : <Skeleton className="h-8 w-52" />}</main>;
}

function Leave({ to }: { to: string }) {
  const onClient = useOnClient();
  useEffect(() => {
    if (onClient) startOver(to);
  }, [onClient, to]);
  return null;
}
