'use client';
import { Button, Checkbox, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { changePassword, minimumPassword } from '../session/auth-account.ts';
import { devicesKey } from '../session/auth-devices.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

/** Changes the password. */
export function PasswordCard() {
  const t = useTranslations('security');
  const [open, setOpen] = useState(false);
  return (
    <SettingsCard
      title={t('password')}
      description={t('passwordAbout')}
      actions={open ? null : <Button onClick={() => setOpen(true)}>{t('changePassword')}</Button>}
    >
      {open ? <PasswordForm onClose={() => setOpen(false)} /> : null}
    </SettingsCard>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('security');
  const { email } = useSession();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [signOutOthers, setSignOutOthers] = useState(true);
  const [tooShort, setTooShort] = useState(false);
  const id = useId();
  const saving = useAction();
  useUnsaved('password', current !== '' || next !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTooShort(next.length < minimumPassword);
    if (next.length < minimumPassword) return;
    if (!(await saving.run(() => changePassword({ currentPassword: current, newPassword: next, signOutOthers })))) return;
    notify('success', t('passwordChanged'));
    void client.invalidateQueries({ queryKey: devicesKey });
    onClose();
  };
  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-3" noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('currentPassword')} required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t('newPassword')}
        hint={t('passwordHint', { minimum: minimumPassword })}
        error={tooShort ? t('passwordTooShort', { minimum: minimumPassword }) : undefined}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
        )}
      </Field>
      <label htmlFor={`${id}-others`} className="flex items-center gap-2">
        <Checkbox
          id={`${id}-others`}
          checked={signOutOthers}
          onChange={(event) => setSignOutOthers(event.currentTarget.checked)}
        />
        {t('signOutOthers')}
      </label>
      <Refusal error={saving.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={saving.busy} disabled={current === '' || next === ''}>
          {t('changePassword')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
