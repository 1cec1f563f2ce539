'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** Someone may have several roles, separated by commas. */
export const rolesOf = (role: string | null): string[] => (role ?? '').split(',').filter((each) => each !== '');

export const isOwner = (role: string | null): boolean => rolesOf(role).includes('owner');
export const managesMembers = (role: string | null): boolean =>
  rolesOf(role).some((each) => each === 'owner' || each === 'admin');

/** The ready roles that anyone who manages members may give. */
const assignable = [
  'admin',
  'accountant',
  'sales',
  'purchasing',
  'warehouse',
  'hr',
  'payroll',
  'employee',
  'auditor',
  'member',
] as const;

/** Whoever is an owner may also make owners. */
export const rolesToGive = (ownRole: string | null): readonly string[] =>
  isOwner(ownRole) ? ['owner', ...assignable] : assignable;

/** A role in words; a role of the workspace's own by the name it was given. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations('members');
  return useCallback(
    (role) =>
      rolesOf(role)
        .map((each) => {
          const key = `roles.${each}` as 'roles.owner';
          return t.has(key) ? t(key) : each;
        })
        .join(', '),
    [t],
  );
}
