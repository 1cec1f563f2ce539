'use client';
import { Checkbox, cn, Input, Select } from '@atlas/ui';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { type Cell, type Chosen, type Group, grantsOf, groupsOf, type Permission, shareOf } from './matrix.ts';
import { useModuleName } from './role-words.ts';

type Props = { permissions: readonly Permission[]; chosen: Chosen; onChange: (chosen: Chosen) => void };

/** What a role may do: a level for each module, opened to single permissions and limits of amounts. */
export function GrantEditor({ permissions, chosen, onChange }: Props) {
  return (
    <ul className="divide-y">
      {groupsOf(permissions).map((group) => (
        <GroupEditor key={group.module} group={group} chosen={chosen} onChange={(cells) => onChange({ ...chosen, ...cells })} />
      ))}
    </ul>
  );
}

/** The permissions of a group up to a level. */
const upTo = (level: string, { permissions }: Group): Chosen =>
  Object.fromEntries(
    permissions.map(({ name, kind }) => [
      name,
      { allowed: level === 'everything' || (level === 'reads' && kind === 'query'), maxAmount: null },
    ]),
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
        <span className="w-40 shrink-0">
          <Select
            aria-label={t('levelOf', { module: name })}
            value={limited ? 'some' : level}
            onChange={({ currentTarget: { value } }) => (value === 'some' ? setOpen(true) : onChange(upTo(value, group)))}
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
              cell={chosen[permission.name] ?? { allowed: false, maxAmount: null }}
              onChange={(cell) => onChange({ [permission.name]: cell })}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type PermissionProps = { permission: Permission; cell: Cell; onChange: (cell: Cell) => void };

function PermissionEditor({ permission, cell, onChange }: PermissionProps) {
  const t = useTranslations('roles');
  const id = useId();
  const { company } = useSession();
  const { allowed, maxAmount } = cell;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-2">
      <Checkbox
        id={id}
        checked={allowed}
        onChange={(event) => onChange({ allowed: event.currentTarget.checked, maxAmount: null })}
      />
      <label htmlFor={id} className="min-w-0 flex-1 basis-56">
        {permission.summary}
      </label>
      {permission.limitable && allowed ? (
        <span className="flex w-40 items-center gap-1.5 text-ink-muted text-xs">
          <Input
            aria-label={t('limitOf', { permission: permission.summary })}
            inputMode="decimal"
            placeholder={t('noLimit')}
            value={maxAmount ?? ''}
            className="text-end"
            onChange={({ currentTarget: { value } }) =>
              onChange({ allowed, maxAmount: value.trim() === '' ? null : value.trim() })
            }
          />
          {company.baseCurrency}
        </span>
      ) : null}
    </li>
  );
}
