'use client';
import { Button, Field, Input } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { startOver } from '../session/auth.ts';
import { minimumPassword } from '../session/auth-account.ts';
import { resetPassword } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { DoorForm } from './door-form.tsx';
import { LinkDead } from './link-dead.tsx';
import { useToken } from './use-token.ts';

/** Sets a new password by a mailed link; every device is signed out by it. */
export function ResetForm() {
  const t = useTranslations('door');
  const token = useToken();
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const setting = useAction();
  const submit = async () => {
    setTooShort(password.length < minimumPassword);
    if (password.length < minimumPassword) return;
    if (!(await setting.run(() => resetPassword(password, token)))) return;
    notify('success', t('resetDone'));
    startOver('/sign-in');
  };
  if (token === '') return <LinkDead again="/forgot-password" />;
  return (
    <DoorForm title={t('resetTitle')} about={t('resetAbout')} onSubmit={() => void submit()}>
      <Field
        label={t('newPassword')}
        hint={t('passwordHint', { minimum: minimumPassword })}
        error={tooShort ? t('passwordTooShort', { minimum: minimumPassword }) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <Refusal error={setting.error} />
      <Button type="submit" look="primary" size="large" busy={setting.busy} disabled={password === ''}>
        {t('setPassword')}
      </Button>
      {setting.error ? (
        <Button asChild look="quiet">
          <Link href="/forgot-password">{t('newLink')}</Link>
        </Button>
      ) : null}
    </DoorForm>
  );
}
