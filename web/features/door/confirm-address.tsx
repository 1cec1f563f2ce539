'use client';
import { Button } from '@atlas/ui';
import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { sendVerification } from '../session/auth-account.ts';
import { Refusal } from '../settings/refusal.tsx';
import { useCountdown } from './use-countdown.ts';

type Props = {
  email: string;
  /** Where the mailed link goes on to. */
  next: string;
  fresh: boolean;
};

/** Who signed up, or in, and has yet to open the link in their mail. */
export function ConfirmAddress({ email, next, fresh }: Props) {
  const t = useTranslations('door');
  const heading = useRef<HTMLHeadingElement>(null);
  const [left, startCountdown] = useCountdown();
  const sending = useAction();
  useEffect(() => heading.current?.focus(), []);
  const again = async () => {
    if (await sending.run(() => sendVerification(email, next))) startCountdown();
  };
  return (
    <div className="flex flex-col gap-4">
      <title>{`${t('confirmTitle')} · Atlas`}</title>
      <MailCheck className="size-8 text-success" strokeWidth={1.5} aria-hidden />
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {t('confirmTitle')}
      </h1>
      <p className="text-ink-muted">{t(fresh ? 'confirmNewAbout' : 'confirmAbout', { email })}</p>
      <Refusal error={sending.error} />
      <Button size="large" disabled={left > 0} busy={sending.busy} onClick={() => void again()}>
        {left > 0 ? t('mailAgainIn', { seconds: left }) : t('mailAgain')}
      </Button>
      <Button asChild look="quiet">
        <Link href="/sign-in">{t('back')}</Link>
      </Button>
    </div>
  );
}
