'use client';
import { cn } from '@atlas/ui';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Person } from '@/lib/server-session.ts';
import { useProof } from '@/lib/step-up.ts';
import { useGuard } from '../guard/guard-store.ts';
import { useGuardedLeaving } from '../guard/use-guard.ts';
import { SessionProvider } from '../session/session.tsx';
import { Logo } from '../shell/logo.tsx';
import { isWithin } from '../shell/navigation.ts';
import { PersonMenu } from '../shell/person-menu.tsx';
import { UntilAlive } from '../shell/until-alive.tsx';
import { NeedSecondFactor } from './need-second-factor.tsx';

const GuardDialog = dynamic(() => import('../guard/guard-dialog.tsx').then((module) => module.GuardDialog), { ssr: false });
const ProofDialog = dynamic(() => import('../step-up/proof-dialog.tsx').then((module) => module.ProofDialog), { ssr: false });

/** Administrators are in no workspace here: what a page asks for a company says so. */
const nowhere = { name: 'Atlas', country: null, baseCurrency: 'EUR' };

/** The frame of the console, unlike that of a workspace, so that nobody mistakes one for the other. */
export function PlatformShell({ person, children }: { person: Person; children: ReactNode }) {
  const asking = useGuard((state) => state.pending !== null);
  const proving = useProof((state) => state.answer !== null);
  useGuardedLeaving();
  return (
    <SessionProvider session={{ ...person, tenantId: '', company: nowhere }}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <PlatformBar back={person.tenantId !== null} />
        <main id="page" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none">
          <UntilAlive>{person.administrator?.hasSecondFactor ? children : <NeedSecondFactor />}</UntilAlive>
        </main>
      </div>
      {asking ? <GuardDialog /> : null}
      {proving ? <ProofDialog /> : null}
    </SessionProvider>
  );
}

function PlatformBar({ back }: { back: boolean }) {
  const t = useTranslations('platform');
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b-2 border-b-warning bg-canvas px-3 sm:px-4">
      <Link href="/platform" className="flex items-center gap-2 font-semibold">
        <Logo className="size-6 shrink-0" />
        <span className="max-sm:sr-only">{t('title')}</span>
      </Link>
      <nav aria-label={t('title')} className="flex min-w-0 flex-1 gap-1">
        <BarLink path="/platform" label={t('workspaces')} />
        <BarLink path="/platform/audit" label={t('audit')} />
      </nav>
      {back ? (
        <Link href="/" className="text-ink-muted hover:text-ink hover:underline max-sm:hidden">
          {t('toWorkspace')}
        </Link>
      ) : null}
      <UntilAlive>
        <PersonMenu />
      </UntilAlive>
    </header>
  );
}

function BarLink({ path, label }: { path: string; label: string }) {
  const pathname = usePathname();
  const active = path === '/platform' ? !isWithin(pathname, '/platform/audit') : isWithin(pathname, path);
  return (
    <Link
      href={path}
      aria-current={active ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center rounded-md px-2.5 hover:bg-hover',
        active ? 'bg-selected font-medium text-ink' : 'text-ink-muted hover:text-ink',
      )}
    >
      {label}
    </Link>
  );
}
