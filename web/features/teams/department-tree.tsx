'use client';
import { assignDepartment, unassignDepartment } from '@atlas/identity/contract';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import type { DepartmentEdit } from './department-dialog.tsx';
import { PeopleChips } from './people-chips.tsx';
import { PlaceForm } from './place-form.tsx';
import { PlaceMenu } from './place-menu.tsx';
import { type Branch, type Department, indented, stepsOf, treeOf } from './tree.ts';
import { type Member, nameOf } from './use-members.ts';

type Props = {
  departments: readonly Department[];
  people: readonly Member[];
  manages: boolean;
  onEdit: (edit: DepartmentEdit) => void;
  onDelete: (department: Department) => void;
};

/** Departments below each other with their people, and a form that puts somebody into one. */
export function DepartmentTree(props: Props) {
  const { departments, people, manages } = props;
  const t = useTranslations('teams');
  const assignment = useCommand(assignDepartment, ['identity.']);
  const removal = useCommand(unassignDepartment, ['identity.']);
  const putting = useAction();
  const taking = useAction({ told: true });
  if (departments.length === 0) return <p className="text-ink-muted">{t('noDepartments')}</p>;
  const tree = treeOf(departments);
  const put = async (person: Member, departmentId: string): Promise<boolean> => {
    const place = departments.find(({ id }) => id === departmentId)?.name ?? '';
    const done = await putting.run(() => assignment.mutateAsync({ userId: person.userId, departmentId }));
    if (done) notify('success', t('isIn', { name: nameOf(person), place }));
    return done;
  };
  const take = async (person: Member) => {
    const done = await taking.run(() => removal.mutateAsync({ userId: person.userId }));
    if (done) notify('success', t('isOut', { name: nameOf(person), place: person.department?.name ?? '' }));
  };
  return (
    <div className="flex flex-col gap-3">
      <Branches {...props} label={t('departments')} branches={tree} busy={taking.busy} onTake={(person) => void take(person)} />
      {manages ? (
        <PlaceForm
          people={people}
          places={stepsOf(tree).map(({ department: { id, name }, depth }) => ({ id, label: indented(name, depth) }))}
          placeLabel={t('department')}
          action={putting}
          onPlace={put}
        />
      ) : null}
    </div>
  );
}

type BranchesProps = Props & {
  label: string;
  branches: readonly Branch[];
  busy: boolean;
  onTake: (person: Member) => void;
};

/** One level of the tree: lists in lists, so that whoever hears it hears the levels. */
function Branches(props: BranchesProps) {
  const { label, branches, people, manages, busy, onTake, onEdit, onDelete } = props;
  const t = useTranslations('teams');
  return (
    <ul aria-label={label} className="flex flex-col">
      {branches.map(({ below, ...department }) => (
        <li key={department.id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2">
            <span className="min-w-40 font-medium">{department.name}</span>
            <div className="min-w-0 flex-1 basis-64">
              <PeopleChips
                place={department.name}
                people={people.filter((person) => person.department?.id === department.id)}
                busy={busy}
                onTake={manages ? onTake : null}
              />
            </div>
            {manages ? (
              <PlaceMenu
                name={department.name}
                onEdit={() => onEdit({ department, parentId: department.parentId })}
                onAddBelow={() => onEdit({ department: null, parentId: department.id })}
                onDelete={() => onDelete(department)}
              />
            ) : null}
          </div>
          {below.length > 0 ? (
            <div className="ms-2 border-s ps-4">
              <Branches {...props} label={t('belowOf', { name: department.name })} branches={below} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
