'use client';
import { createDepartment, updateDepartment } from '@atlas/identity/contract';
import { Field, Select } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { NameDialog } from './name-dialog.tsx';
import { type Department, indented, placesFor } from './tree.ts';

/** A department that is edited, or where a new one begins. */
export type DepartmentEdit = { readonly department: Department | null; readonly parentId: string | null };

type Props = { edit: DepartmentEdit; departments: readonly Department[]; onClose: () => void };

/** Asks for the name of a department and for what it is below. */
export function DepartmentDialog({ edit: { department, parentId: startsBelow }, departments, onClose }: Props) {
  const t = useTranslations('teams');
  const creation = useCommand(createDepartment, ['identity.']);
  const change = useCommand(updateDepartment, ['identity.']);
  const [parentId, setParentId] = useState(startsBelow);
  const save = (name: string) =>
    department
      ? change.mutateAsync({ id: department.id, version: department.version, name, parentId })
      : creation.mutateAsync({ name, parentId });
  return (
    <NameDialog
      title={t(department ? 'editDepartment' : 'newDepartment')}
      startsAs={department?.name}
      save={save}
      onClose={onClose}
    >
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
    </NameDialog>
  );
}
