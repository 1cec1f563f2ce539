'use client';
import { Button, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { renameWorkspace } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';

/** The name under which the workspace stands in the switcher and in invitations. */
export function RenameForm({ name, fixed }: { name: string; fixed: boolean }) {
  const t = useTranslations('workspace');
  const { tenantId } = useSession();
  const client = useQueryClient();
  const [value, setValue] = useState(name);
  const rename = useAction();
  useUnsaved('workspace-name', value !== name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await rename.run(() => renameWorkspace(tenantId, value.trim())))) return;
    notify('success', t('renamed'));
    await client.invalidateQueries({ queryKey: ['workspaces'] });
  };
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-3">
      <div className="flex items-end gap-2">
        <Field label={t('name')} className="flex-1" hint={fixed ? t('renameFixed') : undefined}>
          {(control) => (
            <Input
              {...control}
              value={value}
              disabled={fixed}
              maxLength={100}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </Field>
        {fixed ? null : (
          <Button type="submit" look="primary" busy={rename.busy} disabled={value.trim() === '' || value.trim() === name}>
            {t('save')}
          </Button>
        )}
      </div>
      <Refusal error={rename.error} />
    </form>
  );
}
