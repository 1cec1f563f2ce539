'use client';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** Someone who was invited and is not signed in: first who they are, then back to here. */
export function InvitationGuest({ id }: { id: string }) {
  const t = useTranslations('invitation');
  const next = `?next=${encodeURIComponent(`/invitation/${id}`)}`;
  return (
    <div className="flex flex-col gap-4">
      <title>{`${t('title')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="text-ink-muted">{t('guestAbout')}</p>
      <Button asChild look="primary" size="large">
        <Link href={`/sign-up${next}`}>{t('signUp')}</Link>
      </Button>
      <Button asChild size="large">
        <Link href={`/sign-in${next}`}>{t('signIn')}</Link>
      </Button>
    </div>
  );
}
