'use client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { beginIn } from '@/lib/workspace.ts';

export type Session = {
  userId: string;
  email: string;
  name: string;
  tenantId: string;
  role: string | null;
  /** Names of the operations that the person may do here. */
  permissions: readonly string[];
  /** Of these, those that are held to some records or hide fields. */
  restrictions?: Readonly<Record<string, { scope: string; hides: readonly string[] }>>;
  /** What is switched on here. */
  features?: readonly string[];
  workspace?: import('./standing.ts').WorkspaceStanding | null;
  administrator?: { hasSecondFactor: boolean; permissions: readonly string[] } | null;
  impersonation?: import('./standing.ts').Impersonation | null;
  company: { name: string; country: string | null; baseCurrency: string };
};

const SessionContext = createContext<Session | null>(null);

/** A new tab is in the workspace of the session before anything below asks for something. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  useState(() => beginIn(session.tenantId));
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in, and the company they work in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages behind the sign-in');
  return session;
}
