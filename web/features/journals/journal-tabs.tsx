'use client';
import { listJournalDrafts, listJournalSchedules, listJournals, listJournalTemplates } from '@atlas/accounting/contract';
import { cn } from '@atlas/ui';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useMay } from '../session/may.ts';
import { ApprovalLimit } from './approval-limit.tsx';

const tabs = [
  ['posted', '/journals', listJournals],
  ['drafts', '/journals/drafts', listJournalDrafts],
  ['waiting', '/journals/waiting', listJournalDrafts],
  ['recurring', '/journals/recurring', listJournalSchedules],
  ['templates', '/journals/templates', listJournalTemplates],
] as const;

/** The kinds of journals, each a page of its own. */
export function JournalTabs() {
  const t = useTranslations('journals');
  const may = useMay();
  const pathname = usePathname();
  return (
    <nav aria-label={t('kinds')} className="flex shrink-0 gap-4 overflow-x-auto border-b bg-canvas px-3 sm:px-4">
      {tabs
        .filter(([, , route]) => may(route))
        .map(([name, path]) => (
          <Link
            key={path}
            href={path}
            aria-current={pathname === path ? 'page' : undefined}
            className={cn(
              'whitespace-nowrap border-b-2 py-2 text-sm',
              pathname === path ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-muted hover:text-ink',
            )}
          >
            {t(`tabs.${name}`)}
          </Link>
        ))}
      {pathname === '/journals/waiting' ? <ApprovalLimit /> : null}
    </nav>
  );
}
