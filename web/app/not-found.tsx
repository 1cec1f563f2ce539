'use client';
import { Button, EmptyState } from '@atlas/ui';
import { Compass } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

export default function NotFound() {
  const t = useTranslations('problem');
  return (
    <main>
      <h1 className="sr-only">{t('noPage')}</h1>
      <EmptyState icon={Compass} title={t('noPage')} description={t('noPageDetail')}>
        <Button asChild look="primary">
          <Link href="/">{t('home')}</Link>
        </Button>
      </EmptyState>
    </main>
  );
}
