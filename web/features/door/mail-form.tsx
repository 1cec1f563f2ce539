'use client';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { EmailField } from '../fields/email-field.tsx';
import { startOver } from '../session/auth.ts';
import { mailCode, mailLink } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { CodeForm } from './code-form.tsx';
import { DoorForm } from './door-form.tsx';
import { MailSent } from './mail-sent.tsx';
import { safePath } from './safe-path.ts';

/** Signs in without a password: by a link or a code that is mailed. */
export function MailForm() {
  const t = useTranslations('door');
  const next = useSearchParams().get('next');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState<'link' | 'code' | null>(null);
  const sending = useAction();
  const send = async (kind: 'link' | 'code') => {
    const address = email.trim();
    if (await sending.run(() => (kind === 'link' ? mailLink(address) : mailCode(address)))) setSent(kind);
  };
  if (sent === 'link') return <MailSent title={t('linkSentTitle')} about={t('linkSentAbout', { email })} />;
  if (sent === 'code')
    return <CodeForm email={email.trim()} onDone={() => startOver(safePath(next))} onBack={() => setSent(null)} />;
  const usable = email.includes('@');
  return (
    <DoorForm title={t('mailTitle')} about={t('mailAbout')} onSubmit={() => void send('code')}>
      <EmailField label={t('email')} value={email} onChange={setEmail} />
      <Refusal error={sending.error} />
      <Button type="submit" look="primary" size="large" busy={sending.busy} disabled={!usable}>
        {t('sendCode')}
      </Button>
      <Button size="large" disabled={!usable || sending.busy} onClick={() => void send('link')}>
        {t('sendLink')}
      </Button>
      <Button asChild look="quiet">
        <Link href={`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`}>{t('back')}</Link>
      </Button>
    </DoorForm>
  );
}
