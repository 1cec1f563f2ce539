'use client';
import { EmptyState } from '@atlas/ui';
import { LayoutDashboard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { PageHeader } from '../shell/page-header.tsx';

/** The first page of someone who may see none of its figures. */
export function Welcome() {
  const t = useTranslations('dashboard');
  const nav = useTranslations('navigation');
  const { name, company } = useSession();
  return (
    <>
      <PageHeader title={nav('dashboard')} />
      <EmptyState
        icon={LayoutDashboard}
        title={t('welcome', { name })}
        description={t('welcomeDetail', { workspace: company.name })}
      />
    </>
  );
}
