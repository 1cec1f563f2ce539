'use client';
import { assignRole, listMembers, listRoles, unassignRole } from '@atlas/identity/contract';
import { Button, Field, Select } from '@atlas/ui';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useRoleWords } from '../roles/role-words.ts';
import { PartState } from '../settings/part-state.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

/** Roles that members have besides that of their membership: given and taken one by one. */
export function AssignedRoles() {
  const t = useTranslations('members');
  const members = useRead(listMembers, { limit: 200 });
  const unassign = useCommand(unassignRole, ['identity.']);
  const action = useAction({ told: true });
  const roleName = useRoleWords();
  const take = async (userId: string, role: string, name: string) => {
    if (await action.run(() => unassign.mutateAsync({ userId, role }))) notify('success', t('roleTaken', { name }));
  };
  return (
    <SettingsCard title={t('assigned')} description={t('assignedAbout')}>
      <PartState query={members} rows={2}>
        {({ items }) => (
          <div className="flex flex-col gap-3">
            <ul aria-label={t('assigned')} className="flex flex-col gap-2">
              {items
                .filter(({ assigned }) => assigned.length > 0)
                .map(({ userId, name, email, assigned }) => (
                  <li key={userId} className="flex flex-wrap items-center gap-2">
                    <span className="min-w-40 font-medium">{name || email}</span>
                    {assigned.map((role) => (
                      <span key={role.code} className="flex h-7 items-center rounded-md border">
                        <span className="px-2">{roleName(role)}</span>
                        <button
                          type="button"
                          disabled={action.busy}
                          aria-label={t('takeRole', { role: roleName(role), name: name || email })}
                          onClick={() => void take(userId, role.code, name || email)}
                          className="h-full rounded-e-md px-1.5 text-ink-muted hover:bg-hover"
                        >
                          <X className="size-3.5" aria-hidden />
                        </button>
                      </span>
                    ))}
                  </li>
                ))}
            </ul>
            <AssignForm people={items.map(({ userId, name, email }) => ({ userId, name: name || email }))} />
          </div>
        )}
      </PartState>
    </SettingsCard>
  );
}

function AssignForm({ people }: { people: readonly { userId: string; name: string }[] }) {
  const t = useTranslations('members');
  const roleName = useRoleWords();
  const roles = useRead(listRoles, {});
  const assign = useCommand(assignRole, ['identity.']);
  const [userId, setUserId] = useState('');
  const [role, setRole] = useState('');
  const giving = useAction();
  const give = async () => {
    if (!(await giving.run(() => assign.mutateAsync({ userId, role })))) return;
    notify('success', t('roleGiven', { name: people.find((each) => each.userId === userId)?.name ?? '' }));
    setRole('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      className="flex flex-col gap-3"
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('person')} className="flex-1 basis-44">
          {(control) => (
            <Select {...control} value={userId} onChange={(event) => setUserId(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {people.map((each) => (
                <option key={each.userId} value={each.userId}>
                  {each.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('role')} className="flex-1 basis-44">
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {(roles.data?.items ?? [])
                .filter(({ code }) => code !== 'owner')
                .map((each) => (
                  <option key={each.code} value={each.code}>
                    {roleName(each)}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <Button type="submit" busy={giving.busy} disabled={userId === '' || role === ''}>
          <Plus aria-hidden /> {t('giveRole')}
        </Button>
      </div>
      <Refusal error={giving.error} />
    </form>
  );
}
