'use client';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** A mailed link that opens nothing, and where to get another. */
export function LinkDead({ again }: { again: string }) {
  const t = useTranslations('door');
  return (
    <div role="alert" className="flex flex-col gap-4">
      <title>{`${t('deadTitle')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t('deadTitle')}</h1>
      <p className="text-ink-muted">{t('deadAbout')}</p>
      <Button asChild look="primary" size="large">
        <Link href={again}>{t('newLink')}</Link>
      </Button>
    </div>
  );
}
