'use client';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import type { SignInMethods } from '@/lib/sign-in-methods.ts';
import { EmailField } from '../fields/email-field.tsx';
import { requestReset } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { Captcha, useCaptcha } from './captcha.tsx';
import { DoorForm } from './door-form.tsx';
import { MailSent } from './mail-sent.tsx';

/** Asks for the address of an account whose password is forgotten. What it answers does not tell whether there is one. */
export function ForgotForm({ methods }: { methods: SignInMethods }) {
  const t = useTranslations('door');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const captcha = useCaptcha(methods.turnstile);
  const asking = useAction();
  const submit = async () => {
    if (await asking.run(() => requestReset(email.trim(), captcha.take()))) setSent(true);
  };
  if (sent) return <MailSent title={t('resetSentTitle')} about={t('resetSentAbout', { email })} />;
  return (
    <DoorForm title={t('forgotTitle')} about={t('forgotAbout')} onSubmit={() => void submit()}>
      <EmailField label={t('email')} value={email} onChange={setEmail} />
      <Captcha {...captcha} action="reset" />
      <Refusal error={asking.error} />
      <Button type="submit" look="primary" size="large" busy={asking.busy} disabled={!email.includes('@') || !captcha.ready}>
        {t('sendResetLink')}
      </Button>
      <Button asChild look="quiet">
        <Link href="/sign-in">{t('back')}</Link>
      </Button>
    </DoorForm>
  );
}
