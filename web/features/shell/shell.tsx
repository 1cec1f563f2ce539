'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProof } from '@/lib/step-up.ts';
import { useGuard } from '../guard/guard-store.ts';
import { useGuardedLeaving } from '../guard/use-guard.ts';
import { ImpersonationBanner } from '../session/impersonation-banner.tsx';
import { PageGate } from '../session/page-gate.tsx';
import { type Session, SessionProvider } from '../session/session.tsx';
import { TrialBanner } from '../session/trial-banner.tsx';
import { PageKeys } from './page-keys.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { useUi } from './ui-store.ts';
import { UntilAlive } from './until-alive.tsx';

// Loaded when first needed: most pages are left without either.
const CommandPalette = dynamic(() => import('./command-palette.tsx').then((module) => module.CommandPalette), { ssr: false });
const GuardDialog = dynamic(() => import('../guard/guard-dialog.tsx').then((module) => module.GuardDialog), { ssr: false });
const ProofDialog = dynamic(() => import('../step-up/proof-dialog.tsx').then((module) => module.ProofDialog), { ssr: false });

/** The frame around every page behind the sign-in. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const t = useTranslations('shell');
  const paletteOpen = useUi((state) => state.paletteOpen);
  const asking = useGuard((state) => state.pending !== null);
  const proving = useProof((state) => state.answer !== null);
  useGuardedLeaving();
  return (
    <SessionProvider session={session}>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-raised focus:p-2"
      >
        {t('skip')}
      </a>
      <div className="flex h-dvh flex-col overflow-hidden">
        {session.impersonation ? (
          <UntilAlive>
            <ImpersonationBanner impersonation={session.impersonation} name={session.name} workspace={session.company.name} />
          </UntilAlive>
        ) : null}
        <div className="flex min-h-0 flex-1">
          <Sidebar />
          <div className="flex min-w-0 flex-1 flex-col">
            <UntilAlive>
              <TopBar />
              {session.workspace ? <TrialBanner standing={session.workspace} /> : null}
            </UntilAlive>
            <main id="page" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none">
              <UntilAlive>
                <PageGate>{children}</PageGate>
              </UntilAlive>
            </main>
          </div>
        </div>
      </div>
      <PageKeys />
      {paletteOpen ? <CommandPalette /> : null}
      {asking ? <GuardDialog /> : null}
      {proving ? <ProofDialog /> : null}
    </SessionProvider>
  );
}
