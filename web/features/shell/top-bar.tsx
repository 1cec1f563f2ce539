'use client';
import { Button, Kbd } from '@atlas/ui';
import { Menu as MenuIcon, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { CreateMenu } from './create-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useUi } from './ui-store.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

const JobsIndicator = dynamic(() => import('../jobs/jobs-indicator.tsx').then((module) => module.JobsIndicator), {
  ssr: false,
  loading: () => <span className="size-8 shrink-0 max-sm:hidden" />,
});

/** Above every page: where one is, everything by name, making things, running jobs, oneself. */
export function TopBar() {
  const t = useTranslations('shell');
  const { setPaletteOpen, setSidebarOpen } = useUi();
  const { permissions } = useSession();
  return (
    <header className="flex h-12 shrink-0 items-center gap-1.5 border-b bg-canvas px-2 sm:gap-2 sm:px-3">
      <Button look="quiet" size="icon" className="md:hidden" aria-label={t('openMenu')} onClick={() => setSidebarOpen(true)}>
        <MenuIcon aria-hidden />
      </Button>
      <WorkspaceSwitcher />
      <button
        type="button"
        onClick={() => setPaletteOpen(true)}
        aria-label={t('search')}
        className="mx-auto flex h-8 min-w-0 items-center gap-2 rounded-md border bg-surface px-2.5 text-ink-muted hover:border-line-strong sm:w-full sm:max-w-md"
      >
        <Search className="size-4 shrink-0" aria-hidden />
        <span className="flex-1 truncate text-start max-sm:sr-only">{t('search')}</span>
        <span className="flex gap-0.5 max-sm:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <CreateMenu />
      {permissions.includes('platform.job.list') ? <JobsIndicator /> : null}
      <PersonMenu />
    </header>
  );
}
