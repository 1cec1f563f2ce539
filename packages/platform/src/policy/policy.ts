import { isQuery, type Route } from '@atlas/contract';
import { covers, type Decision, decide, type Role } from '@atlas/kernel';
import type { Access } from '../auth/access.ts';
import type { Actor } from '../context.ts';
import type { Module } from '../module.ts';
import { readyRoles } from './ready-roles.ts';

/** An operation as the row of a matrix of permissions. */
export type Permission = Pick<Route, 'name' | 'summary' | 'amount'> & { readonly kind: 'command' | 'query' };

/** Who may do what, of all operations that exist. */
export type Policy = {
  readonly permissions: readonly Permission[];
  /** The roles that every workspace has. */
  readonly ready: readonly Role[];
  /** Everything that someone is. A code that nobody knows is no role. */
  rolesOf(access: Access): readonly Role[];
  decide(roles: readonly Role[], permission: string): Decision;
  /** The names of everything that someone may do. */
  allowed(roles: readonly Role[]): string[];
  /** The actor that a person or a program is with these roles. */
  actorOf(id: string, roles: readonly Role[], kind?: 'user' | 'service'): Actor;
};

export const permissionOf = (route: Route): Permission => {
  const { name, summary, amount } = route;
  return { name, summary, kind: isQuery(route) ? 'query' : 'command', ...(amount ? { amount } : {}) };
};

export const permissionsOf = (modules: readonly Module[]): Permission[] =>
  modules.flatMap(({ operations }) => operations.map(({ route }) => permissionOf(route)));

/** Patterns of what a role does stay patterns; of what it reads, only queries are given, each by its name. */
function readyRolesOf(permissions: readonly Permission[]): Role[] {
  const queries = permissions.filter(({ kind }) => kind === 'query').map(({ name }) => name);
  return readyRoles.map(({ code, name, reads, does }) => {
    const read = queries.filter((query) => reads.some((pattern) => covers(pattern, query)));
    const given = [...does, ...read.filter((query) => !does.some((pattern) => covers(pattern, query)))];
    return { code, name, grants: given.map((permission) => ({ permission, scope: 'all' })) };
  });
}

/** The policy over some operations. Decisions of a set of roles are made once, as long as the set is remembered. */
export function policyOf(permissions: readonly Permission[]): Policy {
  const known = new Set(permissions.map(({ name }) => name));
  const ready = readyRolesOf(permissions);
  const byCode = new Map(ready.map((role) => [role.code, role]));
  const decisions = new WeakMap<readonly Role[], Map<string, Decision>>();
  const kept = new WeakMap<Access, readonly Role[]>();

  const rolesOf = (access: Access): readonly Role[] => {
    const codes = new Set([...access.role.split(',').map((code) => code.trim()), ...access.ready]);
    return [...[...codes].flatMap((code) => byCode.get(code) ?? []), ...access.custom];
  };
  const decided = (roles: readonly Role[], permission: string): Decision => {
    const made = decisions.get(roles) ?? new Map<string, Decision>();
    const decision = made.get(permission) ?? decide(roles, permission, known);
    decisions.set(roles, made);
    if (known.has(permission)) made.set(permission, decision);
    return decision;
  };
  return {
    permissions,
    ready,
    rolesOf: (access) => {
      const roles = kept.get(access) ?? rolesOf(access);
      kept.set(access, roles);
      return roles;
    },
    decide: decided,
    allowed: (roles) => permissions.flatMap(({ name }) => (decided(roles, name).allowed ? name : [])),
    actorOf: (id, roles, kind = 'user') => ({
      kind,
      id,
      roles,
      may: (permission) => decided(roles, permission).allowed,
      limit: (permission) => decided(roles, permission).maxAmount,
    }),
  };
}
