'use client';
import { scopes } from '@atlas/kernel';
import { Button, Checkbox, Input, Menu, MenuCheck, Select } from '@atlas/ui';
import { EyeOff } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import type { Cell, Grant, Permission } from './matrix.ts';
import { useFieldName } from './role-words.ts';

/** A workspace holds one company: whoever reaches all of it reaches everything. */
const offered = scopes.filter((scope) => scope !== 'company').toReversed();

type ScopeProps = { label: string; value: Grant['scope'] | null; onChange: (scope: Grant['scope']) => void };

/** Whose records something reaches; null where that differs. */
export function ScopeSelect({ label, value, onChange }: ScopeProps) {
  const t = useTranslations('roles');
  const shown = value === 'company' ? 'all' : value;
  return (
    <Select
      aria-label={label}
      value={shown ?? ''}
      onChange={({ currentTarget }) => {
        const scope = offered.find((each) => each === currentTarget.value);
        if (scope) onChange(scope);
      }}
    >
      {shown === null ? <option value="">{t('scopes.mixed')}</option> : null}
      {offered.map((each) => (
        <option key={each} value={each}>
          {t(`scopes.${each}`)}
        </option>
      ))}
    </Select>
  );
}

type Props = { permission: Permission; cell: Cell; onChange: (cell: Cell) => void };

/** Whether a role has one permission, for whose records, up to what amount and without which fields. */
export function PermissionEditor({ permission, cell, onChange }: Props) {
  const t = useTranslations('roles');
  const id = useId();
  const { allowed } = cell;
  const { summary, scopable, limitable, maskable } = permission;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-2">
      <Checkbox
        id={id}
        checked={allowed}
        onChange={(event) => onChange({ ...cell, allowed: event.currentTarget.checked, maxAmount: null })}
      />
      <label htmlFor={id} className="min-w-0 flex-1 basis-56">
        {summary}
      </label>
      {allowed && maskable.length > 0 ? <HidesMenu permission={permission} cell={cell} onChange={onChange} /> : null}
      {allowed && limitable ? <Limit permission={permission} cell={cell} onChange={onChange} /> : null}
      {allowed && scopable ? (
        <span className="w-48 shrink-0">
          <ScopeSelect
            label={t('scopeOf', { permission: summary })}
            value={cell.scope}
            onChange={(scope) => onChange({ ...cell, scope })}
          />
        </span>
      ) : null}
    </li>
  );
}

function Limit({ permission: { summary }, cell, onChange }: Props) {
  const t = useTranslations('roles');
  const { company } = useSession();
  return (
    <span className="flex w-40 items-center gap-1.5 text-ink-muted text-xs">
      <Input
        aria-label={t('limitOf', { permission: summary })}
        inputMode="decimal"
        placeholder={t('noLimit')}
        value={cell.maxAmount ?? ''}
        className="text-end"
        onChange={({ currentTarget: { value } }) => onChange({ ...cell, maxAmount: value.trim() === '' ? null : value.trim() })}
      />
      {company.baseCurrency}
    </span>
  );
}

function HidesMenu({ permission: { summary, maskable }, cell, onChange }: Props) {
  const t = useTranslations('roles');
  const fieldName = useFieldName();
  const { hides } = cell;
  const toggle = (field: string, hidden: boolean) =>
    onChange({ ...cell, hides: maskable.filter((each) => (each === field ? hidden : hides.includes(each))) });
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" aria-label={t('hidesOf', { permission: summary })}>
          <EyeOff aria-hidden />
          {hides.length === 0 ? t('hidesNone') : t('hides', { fields: hides.map(fieldName).join(', ') })}
        </Button>
      }
    >
      {maskable.map((field) => (
        <MenuCheck key={field} checked={hides.includes(field)} onChange={(hidden) => toggle(field, hidden)}>
          {fieldName(field)}
        </MenuCheck>
      ))}
    </Menu>
  );
}
