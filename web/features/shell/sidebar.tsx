'use client';
import { cn } from '@atlas/ui';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Logo } from './logo.tsx';
import { type Destination, isWithin } from './navigation.ts';
import { useUi } from './ui-store.ts';
import { UntilAlive } from './until-alive.tsx';
import { useNavigation } from './use-navigation.ts';

/** The modules. Collapsed it shows icons only; on narrow screens it lies over the page. */
export function Sidebar() {
  const t = useTranslations('navigation');
  const { sidebarCollapsed, sidebarOpen, toggleSidebar, setSidebarOpen } = useUi();
  const collapsed = sidebarCollapsed && !sidebarOpen;
  const sections = useNavigation();
  return (
    <>
      {sidebarOpen ? (
        <button
          type="button"
          aria-label={t('close')}
          className="fixed inset-0 z-30 bg-overlay md:hidden"
          onClick={() => setSidebarOpen(false)}
        />
      ) : null}
      <nav
        aria-label={t('label')}
        className={cn(
          'z-40 flex shrink-0 md:h-full flex-col border-e bg-canvas max-md:fixed max-md:inset-y-0 max-md:start-0 max-md:w-60 max-md:shadow-raised',
          !sidebarOpen && 'max-md:hidden',
          collapsed ? 'md:w-13' : 'md:w-56',
        )}
      >
        <div className={cn('flex h-12 items-center gap-2 font-semibold text-base', collapsed ? 'justify-center' : 'px-4')}>
          <Logo className="size-6 shrink-0" />
          {collapsed ? null : 'Atlas'}
        </div>
        <div className="flex-1 overflow-y-auto px-2 pb-2">
          {sections.map(({ section, destinations }) => (
            <div key={section ?? 'top'} className="mb-3">
              {section && !collapsed ? <p className="px-2 pb-1 text-ink-muted text-xs">{t(`sections.${section}`)}</p> : null}
              {section && collapsed ? <div className="mx-2 mb-2 border-t" /> : null}
              <ul>
                {destinations.map((destination) => (
                  <li key={destination.key}>
                    <SidebarLink destination={destination} collapsed={collapsed} onGo={() => setSidebarOpen(false)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <UntilAlive>
          <button
            type="button"
            onClick={toggleSidebar}
            aria-label={t(collapsed ? 'expand' : 'collapse')}
            className="m-2 flex h-8 items-center gap-2 rounded-md px-2 text-ink-muted hover:bg-hover max-md:hidden"
          >
            {collapsed ? <PanelLeftOpen className="size-4" aria-hidden /> : <PanelLeftClose className="size-4" aria-hidden />}
            {collapsed ? null : t('collapse')}
          </button>
        </UntilAlive>
      </nav>
    </>
  );
}

/** Fetched when somebody comes near: most are not opened, and each would be two requests whenever a page is. */
function SidebarLink({ destination, collapsed, onGo }: { destination: Destination; collapsed: boolean; onGo: () => void }) {
  const t = useTranslations('navigation');
  const active = isWithin(usePathname(), destination.path);
  const [near, setNear] = useState(false);
  const Icon = destination.icon;
  const label = t(destination.key);
  return (
    <Link
      href={destination.path}
      prefetch={near ? null : false}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onClick={onGo}
      aria-current={active ? 'page' : undefined}
      aria-label={collapsed ? label : undefined}
      title={collapsed ? label : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 hover:bg-hover',
        active ? 'bg-selected font-medium text-ink' : 'text-ink-muted hover:text-ink',
      )}
    >
      <Icon className={cn('size-4 shrink-0', active && 'text-accent')} aria-hidden />
      {collapsed ? null : <span className="truncate">{label}</span>}
    </Link>
  );
}
