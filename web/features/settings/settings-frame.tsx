'use client';
import { cn } from '@atlas/ui';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useMayOpen } from '../session/may.ts';
import { isWithin } from '../shell/navigation.ts';
import { type SettingsSection, settingsSections } from './settings-sections.ts';

/** The settings: what there is on the side (above, on narrow screens), the chosen page beside it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('settings');
  const mayOpen = useMayOpen();
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t('title')}
        className="flex shrink-0 gap-1 overflow-x-auto border-b px-2 py-1.5 md:w-56 md:flex-col md:gap-4 md:overflow-y-auto md:border-e md:border-b-0 md:px-2 md:py-3"
      >
        {settingsSections.map(({ group, sections }) => (
          <div key={group} className="max-md:contents">
            <p className="px-2.5 pb-1 text-ink-muted text-xs max-md:hidden">{t(`groups.${group}`)}</p>
            <ul className="flex gap-1 md:flex-col md:gap-0.5">
              {sections
                .filter(({ path }) => mayOpen(path))
                .map((section) => (
                  <li key={section.key}>
                    <SectionLink section={section} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">{children}</div>
    </div>
  );
}

function SectionLink({ section: { key, path, icon: Icon } }: { section: SettingsSection }) {
  const t = useTranslations('settings');
  const active = isWithin(usePathname(), path);
  return (
    <Link
      href={path}
      aria-current={active ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 whitespace-nowrap rounded-md px-2.5 hover:bg-hover',
        active ? 'bg-selected font-medium text-ink' : 'text-ink-muted hover:text-ink',
      )}
    >
      <Icon className={cn('size-4 shrink-0', active && 'text-accent')} aria-hidden />
      {t(`sections.${key}`)}
    </Link>
  );
}
