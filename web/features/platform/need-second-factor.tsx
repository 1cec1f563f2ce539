'use client';
import { Button, EmptyState } from '@atlas/ui';
import { ShieldAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../shell/page-header.tsx';

/** Nothing of the console works for an administrator with a password alone. */
export function NeedSecondFactor() {
  const t = useTranslations('platform');
  return (
    <>
      <PageHeader title={t('secondFactor')} />
      <EmptyState icon={ShieldAlert} title={t('secondFactor')} description={t('secondFactorAbout')}>
        <Button asChild look="primary">
          <Link href="/settings/security">{t('toSecurity')}</Link>
        </Button>
      </EmptyState>
    </>
  );
}
