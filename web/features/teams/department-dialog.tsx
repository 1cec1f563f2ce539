'use client';
import { createDepartment, updateDepartment } from '@atlas/identity/contract';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import { type Department, indented, placesFor } from './tree.ts';

/** A department that is edited, or where a new one begins. */
export type DepartmentEdit = { readonly department: Department | null; readonly parentId: string | null };

type Props = { edit: DepartmentEdit; departments: readonly Department[]; onClose: () => void };

/** Asks for the name of a department and for what it is below. */
export function DepartmentDialog({ edit: { department, parentId: startsBelow }, departments, onClose }: Props) {
  const t = useTranslations('teams');
  const creation = useCommand(createDepartment, ['identity.']);
  const change = useCommand(updateDepartment, ['identity.']);
  const [name, setName] = useState(department?.name ?? '');
  const [parentId, setParentId] = useState(startsBelow);
  const saving = useAction();
  const save = () =>
    department
      ? change.mutateAsync({ id: department.id, version: department.version, name, parentId })
      : creation.mutateAsync({ name, parentId });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(save))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t(department ? 'editDepartment' : 'newDepartment')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={t('below')}>
          {(control) => (
            <Select {...control} value={parentId ?? ''} onChange={(event) => setParentId(event.currentTarget.value || null)}>
              <option value="">{t('onTop')}</option>
              {placesFor(departments, department?.id ?? null).map(({ department: { id, name: label }, depth }) => (
                <option key={id} value={id}>
                  {indented(label, depth)}
                </option>
              ))}
            </Select>
          )}
        </Field>
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
