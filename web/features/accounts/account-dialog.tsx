'use client';
import { type AccountRole, roleTypes, updateAccount } from '@atlas/accounting/contract';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useAccountRules } from '../dimensions/use-account-rules.tsx';
import { Refusal } from '../settings/refusal.tsx';
import type { Account } from './chart-tree.ts';

/** Renames an account, says what it stands for, or takes it out of use. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTranslations('accounts');
  const update = useCommand(updateAccount, ['accounting.']);
  const saving = useAction();
  const rules = useAccountRules(account);
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState(account.role);
  const [archived, setArchived] = useState(account.archivedAt !== null);
  const roles = (Object.keys(roleTypes) as AccountRole[]).filter((each) => roleTypes[each] === account.type);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const changes = { name, ...(role === account.role ? {} : { role }), archived };
    // What it asks of lines first: the account has a version, and may be saved once only.
    const save = async () => {
      await rules.save();
      await update.mutateAsync({ id: account.id, version: account.version, ...changes });
    };
    if (!(await saving.run(save))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={`${account.code} ${account.name}`} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        {account.isGroup ? null : (
          <Field label={t('role')} hint={t('roleHint')}>
            {(control) => (
              <Select
                {...control}
                value={role ?? ''}
                onChange={(event) => setRole((event.currentTarget.value || null) as AccountRole | null)}
              >
                <option value="">–</option>
                {roles.map((each) => (
                  <option key={each} value={each}>
                    {t(`roles.${each}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {rules.fields}
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
          {t('outOfUse')}
        </label>
        <Refusal error={saving.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
