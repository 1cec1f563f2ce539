'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../shell/page-header.tsx';

/** How the company stands, at a glance. */
export function Dashboard() {
  const t = useTranslations('navigation');
  return <PageHeader title={t('dashboard')} />;
}
