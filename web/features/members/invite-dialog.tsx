'use client';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { inviteMember } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { rolesToGive, useRoleName } from './roles.ts';

/** Asks whom to invite, and as what. */
export function InviteDialog({ onClose, onInvited }: { onClose: () => void; onInvited: () => void }) {
  const t = useTranslations('members');
  const roleName = useRoleName();
  const { role: ownRole } = useSession();
  const [missing, setMissing] = useState(false);
  const [role, setRole] = useState('member');
  const invite = useAction();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setMissing(!email.includes('@'));
    if (!email.includes('@')) return;
    if (!(await invite.run(() => inviteMember(email, role)))) return;
    notify('success', t('invited', { email }));
    onInvited();
    onClose();
  };

  return (
    <Dialog open onOpenChange={onClose} title={t('inviteTitle')} description={t('inviteAbout')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <Field label={t('email')} error={missing ? t('emailMissing') : undefined} required>
          {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
        </Field>
        <Field label={t('role')} hint={<RoleHint role={role} />}>
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
              {rolesToGive(ownRole).map((each) => (
                <option key={each} value={each}>
                  {roleName(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Refusal error={invite.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={invite.busy}>
            {t('sendInvitation')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a role may do, in a sentence. */
export function RoleHint({ role }: { role: string }) {
  const t = useTranslations('members');
  const key = `roleHints.${role}` as 'roleHints.owner';
  return t.has(key) ? t(key) : null;
}
