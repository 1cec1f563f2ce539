import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { TabSession } from '@/features/session/tab-session.tsx';
import { hideElsewhere } from '@/lib/elsewhere.ts';
import { readStanding } from '@/lib/server-session.ts';

/** Nobody gets past this without a session, a workspace and its books. */
export default async function ErpLayout({ children }: { children: ReactNode }) {
  const [standing, head] = await Promise.all([readStanding(), headers()]);
  if (standing.step === 'sign-in') {
    const path = head.get('x-atlas-path') ?? '/';
    redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  const { person } = standing;
  const session = standing.step === 'ready' ? { ...person, tenantId: person.tenantId ?? '', company: standing.company } : null;
  const [, nonce] = /'nonce-([^']+)'/.exec(head.get('content-security-policy') ?? '') ?? [];
  return (
    <>
      <script nonce={nonce} suppressHydrationWarning>
        {hideElsewhere(session?.tenantId ?? '')}
      </script>
      <TabSession session={session} otherwise={`/${standing.step}`}>
        {children}
      </TabSession>
    </>
  );
}
