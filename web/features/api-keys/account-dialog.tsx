'use client';
import { createServiceAccount } from '@atlas/identity/contract';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';

/** Asks for the name of a program that is to work in the workspace. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const creation = useCommand(createServiceAccount, ['identity.']);
  const [name, setName] = useState('');
  const saving = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(() => creation.mutateAsync({ name })))) return;
    notify('success', t('accountCreated', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('newAccount')} description={t('newAccountAbout')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Refusal error={saving.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={name.trim() === ''}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
