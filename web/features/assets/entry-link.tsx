'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** The entry that a row of a schedule was posted by; a row without one is still planned. */
export function EntryLink({ entryId }: { entryId: string | null | undefined }) {
  const t = useTranslations('assets');
  if (!entryId) return <span className="text-ink-muted">{t('planned')}</span>;
  return (
    <Link href={`/journals/${entryId}`} prefetch={false} className="hover:underline">
      {t('posted')}
    </Link>
  );
}
