'use client';
import { createRole, getRole, listPermissions, type role, updateRole } from '@atlas/identity/contract';
import { Field, Input, Skeleton, Textarea } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { GrantEditor } from './grant-editor.tsx';
import { type Chosen, chosenOf, grantsOf, type Permission } from './matrix.ts';

type Role = z.output<typeof role>;
const list = '/settings/roles';

/** `Sales clerk` → `sales-clerk` */
const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);

/** Changes a role of the workspace's own. */
export function RoleEdit({ id }: { id: string }) {
  const query = useRead(getRole, { id });
  return <RecordState query={query}>{(found) => <RoleForm role={found} />}</RecordState>;
}

/** A role: its name, and what it may do. */
export function RoleForm({ role: edited = null }: { role?: Role | null }) {
  const permissions = useRead(listPermissions, {});
  if (!permissions.data)
    return (
      <div className="p-4">
        <Skeleton className="h-96" />
      </div>
    );
  return <Editor edited={edited} permissions={permissions.data.items} />;
}

type Values = { name: string; code: string; description: string | null; chosen: Chosen };

function useRoleForm(edited: Role | null, permissions: readonly Permission[]) {
  const t = useTranslations('roles');
  const go = useGo();
  const creation = useCommand(createRole, ['identity.']);
  const change = useCommand(updateRole, ['identity.']);
  const initial: Values = {
    name: edited?.name ?? '',
    code: edited?.code ?? '',
    description: edited?.description ?? null,
    chosen: chosenOf(edited?.grants ?? [], permissions),
  };
  const inputOf = ({ name, code, description, chosen }: Values) => ({
    name,
    code: code || codeOf(name),
    description,
    grants: grantsOf(chosen, permissions),
  });
  const form = useForm(createRole.input, initial, { inputOf, unique: '/code' });
  const submit = form.onSubmit(async ({ name, code, description, grants }) => {
    if (edited) await change.mutateAsync({ id: edited.id, version: edited.version, name, description, grants });
    else await creation.mutateAsync({ name, code, description, grants });
    notify('success', t('saved', { name }));
    setUnsaved('form', false);
    go(list);
  });
  return { form, submit };
}

function Editor({ edited, permissions }: { edited: Role | null; permissions: readonly Permission[] }) {
  const t = useTranslations('roles');
  const { form, submit } = useRoleForm(edited, permissions);
  return (
    <FormFrame
      title={edited?.name ?? t('new')}
      trail={[{ label: t('title'), path: list }]}
      form={form}
      onSubmit={() => submit()}
      backPath={list}
    >
      <div className="flex w-full max-w-4xl flex-col gap-4 p-3 sm:p-4">
        <SettingsCard title={t('role')}>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('name')} error={form.error('/name')} required>
              {(control) => <Input {...control} {...form.text('name')} maxLength={80} autoFocus={!edited} />}
            </Field>
            <Field label={t('code')} error={form.error('/code')} hint={t(edited ? 'codeFixed' : 'codeHint')}>
              {(control) => (
                <Input {...control} {...form.text('code')} placeholder={codeOf(form.values.name)} disabled={edited !== null} />
              )}
            </Field>
            <Field label={t('description')} error={form.error('/description')} className="sm:col-span-2">
              {(control) => <Textarea {...control} {...form.text('description')} maxLength={500} className="min-h-14" />}
            </Field>
          </div>
        </SettingsCard>
        <SettingsCard title={t('permissions')} description={t('permissionsAbout')}>
          <GrantEditor permissions={permissions} chosen={form.values.chosen} onChange={(chosen) => form.set({ chosen })} />
        </SettingsCard>
      </div>
    </FormFrame>
  );
}
