'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../shell/page-header.tsx';
import type { SettingsKey } from './settings-sections.ts';

/** One page of the settings: its name, what can be done, its cards one below the other. */
export function SettingsPage({ section, actions, children }: { section: SettingsKey; actions?: ReactNode; children: ReactNode }) {
  const t = useTranslations('settings');
  return (
    <>
      <PageHeader title={t(`sections.${section}`)}>{actions}</PageHeader>
      <div className="flex w-full max-w-5xl flex-col gap-4 p-3 sm:p-4">{children}</div>
    </>
  );
}
