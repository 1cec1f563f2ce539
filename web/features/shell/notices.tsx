'use client';
import { Toaster } from '@atlas/ui';
import { useTranslations } from 'use-intl';

/** Where short notices appear. */
export function Notices() {
  const t = useTranslations('shell');
  return <Toaster label={t('notices')} />;
}
