'use client';
import { useTranslations } from 'use-intl';
import type { RoleSummary } from './matrix.ts';

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
