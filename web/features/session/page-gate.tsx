'use client';
import { EmptyState } from '@atlas/ui';
import { LockKeyhole } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../shell/page-header.tsx';
import { useMayOpen } from './may.ts';

/** The page, or why it is none for this person: an address can be typed by anybody. */
export function PageGate({ children }: { children: ReactNode }) {
  const t = useTranslations('session');
  const mayOpen = useMayOpen();
  if (mayOpen(usePathname())) return children;
  return (
    <>
      <PageHeader title={t('notAllowed')} />
      <EmptyState icon={LockKeyhole} title={t('notAllowed')} description={t('notAllowedAbout')} />
    </>
  );
}
