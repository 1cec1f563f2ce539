import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '@/features/shell/shell.tsx';
import { readStanding } from '@/lib/server-session.ts';

/** Nobody gets past this without a session, a workspace and its books. */
export default async function ErpLayout({ children }: { children: ReactNode }) {
  const standing = await readStanding();
  if (standing.step === 'sign-in') {
    const path = (await headers()).get('x-atlas-path') ?? '/';
    redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (standing.step !== 'ready') redirect(`/${standing.step}`);
  const { person, company } = standing;
  return <Shell session={{ ...person, tenantId: person.tenantId ?? '', company }}>{children}</Shell>;
}
