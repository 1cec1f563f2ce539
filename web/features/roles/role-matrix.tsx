'use client';
import { cn } from '@atlas/ui';
import { Check, ChevronRight, Eye, Minus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cellOf, type Group, groupsOf, type Permission, type RoleSummary, shareOf } from './matrix.ts';
import { useLimits, useModuleName, useRoleWords } from './role-words.ts';

type Props = { roles: readonly RoleSummary[]; permissions: readonly Permission[] };

const first = 'sticky left-0 z-10 bg-surface pr-3 text-left font-normal';

/** Modules down, roles across: what each role may do. A module opens to its single permissions. */
export function RoleMatrix({ roles: all, permissions }: Props) {
  const t = useTranslations('roles');
  const roleName = useRoleWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  // The ready roles are the same everywhere: a workspace's own are what one looks for.
  const roles = [...all.filter(({ ready }) => !ready), ...all.filter(({ ready }) => ready)];
  const toggle = (module: string) => {
    const next = new Set(open);
    if (!next.delete(module)) next.add(module);
    setOpen(next);
  };
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-muted text-xs">
        {(['everything', 'some', 'reads', 'nothing'] as const).map((level) => (
          <span key={level} className="flex items-center gap-1.5">
            <Mark level={level} count={1} total={2} sample /> {t(`levels.${level}`)}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t('matrix')} tabIndex={0} className="max-h-[70vh] overflow-auto">
        <table aria-label={t('matrix')} className="border-separate border-spacing-0">
          <thead className="sticky top-0 z-20 bg-surface">
            <tr className="h-8 text-xs [&>th]:border-b">
              <th scope="col" className={cn(first, 'min-w-56 text-ink-muted')}>
                {t('permission')}
              </th>
              {roles.map((role) => (
                <th key={role.code} scope="col" className="min-w-24 px-2 text-center font-medium">
                  {roleName(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groupsOf(permissions).map((group) => (
              <Fragment key={group.module}>
                <GroupRow group={group} roles={roles} open={open.has(group.module)} onToggle={() => toggle(group.module)} />
                {open.has(group.module)
                  ? group.permissions.map((each) => <PermissionRow key={each.name} permission={each} roles={roles} />)
                  : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type GroupRowProps = { group: Group; roles: readonly RoleSummary[]; open: boolean; onToggle: () => void };

function GroupRow({ group, roles, open, onToggle }: GroupRowProps) {
  const t = useTranslations('roles');
  const moduleName = useModuleName();
  return (
    <tr className="h-9 [&>*]:border-b">
      <th scope="row" className={first}>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex h-8 w-full items-center gap-1.5 font-medium"
        >
          <ChevronRight className={cn('size-4 text-ink-muted', open && 'rotate-90')} aria-hidden />
          {moduleName(group.module)}
        </button>
      </th>
      {roles.map(({ code, grants }) => {
        const { level, count, narrowed } = shareOf(grants, group);
        return (
          <td key={code} className="text-center">
            <Mark level={level} count={count} total={group.permissions.length} />
            {narrowed ? <span className="block text-ink-muted text-xs">{t('narrowed')}</span> : null}
          </td>
        );
      })}
    </tr>
  );
}

function PermissionRow({ permission, roles }: { permission: Permission; roles: readonly RoleSummary[] }) {
  const limitsOf = useLimits();
  return (
    <tr className="h-8 [&>*]:border-b">
      <th scope="row" className={cn(first, 'max-w-80 py-1 pl-5.5')}>
        <span className="block" title={permission.name}>
          {permission.summary}
        </span>
      </th>
      {roles.map(({ code, grants }) => {
        const cell = cellOf(grants, permission);
        const limits = cell.allowed ? limitsOf(cell) : [];
        return (
          <td key={code} className="px-1 text-center text-xs">
            {limits.length === 0 ? <Mark level={cell.allowed ? 'everything' : 'nothing'} count={1} total={1} /> : null}
            {limits.map((limit) => (
              <span key={limit} className="block">
                {limit}
              </span>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

type MarkProps = { level: 'nothing' | 'reads' | 'some' | 'everything'; count: number; total: number; sample?: boolean };

/** A sign for the eye and words for the ear. */
function Mark({ level, count, total, sample = false }: MarkProps) {
  const t = useTranslations('roles');
  const sign = {
    everything: <Check className="inline size-4 text-success" aria-hidden />,
    reads: <Eye className="inline size-4 text-ink-muted" aria-hidden />,
    nothing: <Minus className="inline size-4 text-line-strong" aria-hidden />,
    some: (
      <span aria-hidden className="text-xs tabular-nums">
        {count}/{total}
      </span>
    ),
  }[level];
  return (
    <>
      {sign}
      {sample ? null : <span className="sr-only">{level === 'some' ? t('someOf', { count, total }) : t(`levels.${level}`)}</span>}
    </>
  );
}
