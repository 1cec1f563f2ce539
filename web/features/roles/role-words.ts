'use client';
import { isNarrow } from '@atlas/kernel';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useSession } from '../session/session.tsx';
import type { Cell, RoleSummary } from './matrix.ts';

/** A ready role in the language of the reader; one of the workspace by the name it was given. */
export function useRoleWords(): (role: Pick<RoleSummary, 'code' | 'name'>) => string {
  const t = useTranslations('members');
  return ({ code, name }) => {
    const key = `roles.${code}` as 'roles.owner';
    return t.has(key) ? t(key) : name;
  };
}

/** The name of a module. */
export function useModuleName(): (module: string) => string {
  const t = useTranslations('audit');
  return (module) => {
    const key = `areas.${module}` as 'areas.sales';
    return t.has(key) ? t(key) : module;
  };
}

/** A field that a role may hide, in words. */
export function useFieldName(): (field: string) => string {
  const t = useTranslations('roles');
  return (field) => {
    const key = `fields.${field}` as 'fields.email';
    return t.has(key) ? t(key) : field;
  };
}

/** How what is allowed is limited, in words: whose records, up to what, without which fields. */
export function useLimits(): (cell: Pick<Cell, 'scope' | 'maxAmount' | 'hides'>) => string[] {
  const t = useTranslations('roles');
  const fieldName = useFieldName();
  const { money } = useFormats();
  const { company } = useSession();
  return ({ scope, maxAmount, hides }) => [
    ...(isNarrow(scope) ? [t(`scopes.${scope}`)] : []),
    ...(maxAmount === null ? [] : [t('upTo', { amount: money({ amount: maxAmount, currency: company.baseCurrency }) })]),
    ...(hides.length === 0 ? [] : [t('hides', { fields: hides.map(fieldName).join(', ') })]),
  ];
}
