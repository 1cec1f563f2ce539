'use client';
import { cn, Select } from '@atlas/ui';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Chosen, type Grant, type Group, grantsOf, groupsOf, noCell, type Permission, scopeOf, shareOf } from './matrix.ts';
import { PermissionEditor, ScopeSelect } from './permission-editor.tsx';
import { useModuleName } from './role-words.ts';

type Props = { permissions: readonly Permission[]; chosen: Chosen; onChange: (chosen: Chosen) => void };

/** What a role may do: a level for each module, for whose records, opened to single permissions. */
export function GrantEditor({ permissions, chosen, onChange }: Props) {
  return (
    <ul className="divide-y">
      {groupsOf(permissions).map((group) => (
        <GroupEditor key={group.module} group={group} chosen={chosen} onChange={(cells) => onChange({ ...chosen, ...cells })} />
      ))}
    </ul>
  );
}

/** The permissions of a group up to a level, for the same records as before. */
const upTo = (level: string, { permissions }: Group, chosen: Chosen): Chosen =>
  Object.fromEntries(
    permissions.map(({ name, kind }) => {
      const allowed = level === 'everything' || (level === 'reads' && kind === 'query');
      return [name, { ...(chosen[name] ?? noCell), allowed, maxAmount: null }];
    }),
  );

/** What is allowed of a group, for the records of others. */
const narrowedTo = (scope: Grant['scope'], { permissions }: Group, chosen: Chosen): Chosen =>
  Object.fromEntries(
    permissions.map(({ name, scopable }) => [name, { ...(chosen[name] ?? noCell), ...(scopable ? { scope } : {}) }]),
  );

type GroupProps = { group: Group; chosen: Chosen; onChange: (cells: Chosen) => void };

function GroupEditor({ group, chosen, onChange }: GroupProps) {
  const t = useTranslations('roles');
  const moduleName = useModuleName();
  const [open, setOpen] = useState(false);
  const name = moduleName(group.module);
  const { level } = shareOf(grantsOf(chosen, group.permissions), group);
  const limited = group.permissions.some((each) => (chosen[each.name]?.maxAmount ?? null) !== null);
  return (
    <li className="py-1">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-8 min-w-0 flex-1 items-center gap-1.5 font-medium"
        >
          <ChevronRight className={cn('size-4 text-ink-muted', open && 'rotate-90')} aria-hidden />
          <span className="truncate">{name}</span>
        </button>
        {group.permissions.some(({ name: each, scopable }) => scopable && chosen[each]?.allowed) ? (
          <span className="w-48 shrink-0">
            <ScopeSelect
              label={t('scopeOf', { permission: name })}
              value={scopeOf(chosen, group)}
              onChange={(scope) => onChange(narrowedTo(scope, group, chosen))}
            />
          </span>
        ) : null}
        <span className="w-40 shrink-0">
          <Select
            aria-label={t('levelOf', { module: name })}
            value={limited ? 'some' : level}
            onChange={({ currentTarget: { value } }) => (value === 'some' ? setOpen(true) : onChange(upTo(value, group, chosen)))}
          >
            {(['nothing', 'reads', 'some', 'everything'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`levels.${each}`)}
              </option>
            ))}
          </Select>
        </span>
      </div>
      {open ? (
        <ul className="mb-2 ps-5.5">
          {group.permissions.map((permission) => (
            <PermissionEditor
              key={permission.name}
              permission={permission}
              cell={chosen[permission.name] ?? noCell}
              onChange={(cell) => onChange({ [permission.name]: cell })}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
