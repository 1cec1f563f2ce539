'use client';
import { Button, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { rolesToGive, useRoleName } from '../members/roles.ts';
import { openToDomain } from '../session/auth-domains.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';

/** Opens the workspace to a domain: that of one's own address, which is why it stands there already. */
export function DomainForm({ onOpened }: { onOpened: () => void }) {
  const t = useTranslations('workspace');
  const roleName = useRoleName();
  const { tenantId, email } = useSession();
  const [domain, setDomain] = useState(email.slice(email.lastIndexOf('@') + 1));
  const [role, setRole] = useState('employee');
  const opening = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await opening.run(() => openToDomain(tenantId, { domain: domain.trim(), role })))) return;
    notify('success', t('domainOpened', { domain: domain.trim() }));
    onOpened();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('domain')} className="flex-1">
          {(control) => <Input {...control} value={domain} onChange={(event) => setDomain(event.currentTarget.value)} />}
        </Field>
        <Field label={t('domainRole')}>
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
              {rolesToGive(null).map((each) => (
                <option key={each} value={each}>
                  {roleName(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" look="primary" busy={opening.busy} disabled={domain.trim() === ''}>
          {t('openDomain')}
        </Button>
      </div>
      <Refusal error={opening.error} />
    </form>
  );
}
