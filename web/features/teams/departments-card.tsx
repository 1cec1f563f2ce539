'use client';
import { deleteDepartment, listDepartments } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { DepartmentDialog, type DepartmentEdit } from './department-dialog.tsx';
import { DepartmentTree } from './department-tree.tsx';
import type { Department } from './tree.ts';
import type { Member } from './use-members.ts';

type Props = { people: readonly Member[]; manages: boolean };

/** The departments as a tree, and who is in each. */
export function DepartmentsCard({ people, manages }: Props) {
  const t = useTranslations('teams');
  const departments = useRead(listDepartments, {});
  const [edit, setEdit] = useState<DepartmentEdit | null>(null);
  const [deleting, setDeleting] = useState<Department | null>(null);
  const removal = useCommand(deleteDepartment, ['identity.']);
  return (
    <SettingsCard
      title={t('departments')}
      description={t('departmentsAbout')}
      actions={
        manages ? (
          <Button onClick={() => setEdit({ department: null, parentId: null })}>
            <Plus aria-hidden /> {t('newDepartment')}
          </Button>
        ) : null
      }
    >
      <PartState query={departments} rows={2}>
        {({ items }) => (
          <>
            <DepartmentTree departments={items} people={people} manages={manages} onEdit={setEdit} onDelete={setDeleting} />
            {edit ? <DepartmentDialog edit={edit} departments={items} onClose={() => setEdit(null)} /> : null}
          </>
        )}
      </PartState>
      <ConfirmDeed
        subject={deleting}
        title={({ name }) => t('deleteTitle', { name })}
        about={t('deleteDepartmentAbout')}
        label={t('delete')}
        deed={({ id }) => removal.mutateAsync({ id })}
        done={({ name }) => t('deleted', { name })}
        onClose={() => setDeleting(null)}
      />
    </SettingsCard>
  );
}
