'use client';
import { Button, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { accountKey, updateProfile } from '../session/auth-account.ts';
import { Refusal } from '../settings/refusal.tsx';

/** The name under which others see one. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations('profile');
  const router = useRouter();
  const client = useQueryClient();
  const [value, setValue] = useState(name);
  const saving = useAction();
  useUnsaved('profile-name', value !== name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(() => updateProfile({ name: value.trim() })))) return;
    notify('success', t('saved'));
    await client.invalidateQueries({ queryKey: accountKey });
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-3">
      <div className="flex items-end gap-2">
        <Field label={t('name')} className="flex-1">
          {(control) => (
            <Input
              {...control}
              value={value}
              maxLength={100}
              autoComplete="name"
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" busy={saving.busy} disabled={value.trim() === '' || value.trim() === name}>
          {t('save')}
        </Button>
      </div>
      <Refusal error={saving.error} />
    </form>
  );
}
