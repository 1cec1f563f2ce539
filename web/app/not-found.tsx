'use client';
import { Button, EmptyState } from '@atlas/ui';
import { Compass } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

export default function NotFound() {
  const t = useTranslations('problem');
  return (
    <main>
      <EmptyState icon={Compass} title={t('noPage')} description={t('noPageDetail')}>
        <Button asChild look="primary">
          <Link href="/">{t('home')}</Link>
        </Button>
      </EmptyState>
    </main>
  );
}
