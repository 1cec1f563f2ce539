'use client';
import { Button, Checkbox, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { changePassword, choosePassword, minimumPassword, useHasPassword, waysInKey } from '../session/auth-account.ts';
import { devicesKey } from '../session/auth-devices.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

/** Changes the password, or sets one where there is none. */
export function PasswordCard() {
  const t = useTranslations('security');
  const [open, setOpen] = useState(false);
  const hasPassword = useHasPassword();
  const Form = hasPassword ? PasswordForm : ChooseForm;
  return (
    <SettingsCard
      title={t('password')}
      description={t(hasPassword ? 'passwordAbout' : 'noPasswordAbout')}
      actions={open ? null : <Button onClick={() => setOpen(true)}>{t(hasPassword ? 'changePassword' : 'setPassword')}</Button>}
    >
      {open ? <Form onClose={() => setOpen(false)} /> : null}
    </SettingsCard>
  );
}

function ChooseForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('security');
  const { email } = useSession();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const saving = useAction();
  useUnsaved('password', password !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTooShort(password.length < minimumPassword);
    if (password.length < minimumPassword || !(await saving.run(() => choosePassword(password)))) return;
    notify('success', t('passwordSet'));
    void client.invalidateQueries({ queryKey: waysInKey });
    onClose();
  };
  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-3" noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NewPasswordField value={password} onChange={setPassword} tooShort={tooShort} autoFocus />
      <Refusal error={saving.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={saving.busy} disabled={password === ''}>
          {t('setPassword')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

type NewPassword = { value: string; onChange: (value: string) => void; tooShort: boolean; autoFocus?: boolean };

function NewPasswordField({ value, onChange, tooShort, autoFocus = false }: NewPassword) {
  const t = useTranslations('security');
  return (
    <Field
      label={t('newPassword')}
      hint={t('passwordHint', { minimum: minimumPassword })}
      error={tooShort ? t('passwordTooShort', { minimum: minimumPassword }) : undefined}
      required
    >
      {(control) => (
        <Input
          {...control}
          autoFocus={autoFocus}
          type="password"
          autoComplete="new-password"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
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
      <NewPasswordField value={next} onChange={setNext} tooShort={tooShort} />
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
