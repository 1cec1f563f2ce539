import { isQuery, maskableFields, type Route } from '@atlas/contract';
import { covers, type Decision, decide, isNarrow, type Role } from '@atlas/kernel';
import type { Access } from '../auth/access.ts';
import type { Actor } from '../context.ts';
import type { Module } from '../module.ts';
import { readyRoles } from './ready-roles.ts';

/** An operation as the row of a matrix of permissions. */
export type Permission = Pick<Route, 'name' | 'summary' | 'amount'> & {
  readonly kind: 'command' | 'query';
  /** Whether a grant may be held to the records of some people. */
  readonly scopable: boolean;
  /** The fields that a grant may hide. */
  readonly maskable: readonly string[];
};

/** Where someone may do something, but not to everything or without seeing everything. */
export type Restriction = Pick<Decision, 'scope' | 'hides'>;

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
  /** Of what is allowed, what is held to some records or hides fields. */
  restrictions(roles: readonly Role[]): Record<string, Restriction>;
  /** The actor that a person or a program is with these roles. */
  actorOf(id: string, roles: readonly Role[], more?: Pick<Actor, 'joinedAt'> & Partial<Pick<Actor, 'kind'>>): Actor;
};

export const permissionOf = (route: Route): Permission => {
  const { name, summary, amount, scoped = [] } = route;
  const kind = isQuery(route) ? 'query' : 'command';
  return { name, summary, kind, scopable: scoped.length > 0, maskable: maskableFields(route), ...(amount ? { amount } : {}) };
};

const permissionsWhere = (modules: readonly Module[], house: boolean): Permission[] =>
  modules.flatMap(({ operations }) =>
    operations.flatMap(({ route }) => ((route.house ?? false) === house ? [permissionOf(route)] : [])),
  );

/** Everything that roles of a workspace may allow: nothing that belongs to the house. */
export const permissionsOf = (modules: readonly Module[]): Permission[] => permissionsWhere(modules, false);

/** Everything that only administrators of Atlas may. */
export const housePermissionsOf = (modules: readonly Module[]): Permission[] => permissionsWhere(modules, true);

/**
 * Patterns of what a role does stay patterns, but for those with an exception, of which each operation is given by its name;
 * of what it reads, only queries are given, each by its name.
 */
function readyRolesOf(permissions: readonly Permission[]): Role[] {
  const names = permissions.map(({ name }) => name);
  const queries = permissions.filter(({ kind }) => kind === 'query').map(({ name }) => name);
  return readyRoles.map(({ code, name, reads, does, except = [] }) => {
    const done = does.flatMap((pattern) =>
      except.some((operation) => covers(pattern, operation))
        ? names.filter((operation) => covers(pattern, operation) && !except.includes(operation))
        : [pattern],
    );
    const read = queries.filter((query) => reads.some((pattern) => covers(pattern, query)));
    const given = [...done, ...read.filter((query) => !done.some((pattern) => covers(pattern, query)))];
    return { code, name, grants: given.map((permission) => ({ permission, scope: 'all' })) };
  });
}

/** A decision without fields that the operation does not have: nobody misses them there. */
const onlyOf = (operation: Permission | undefined, decision: Decision): Decision =>
  decision.hides.length === 0
    ? decision
    : { ...decision, hides: decision.hides.filter((field) => operation?.maskable.includes(field)) };

/** What a decision takes away; null when nothing. */
const restrictionOf = ({ scope, hides }: Decision): Restriction | null =>
  (scope !== null && isNarrow(scope)) || hides.length > 0 ? { scope, hides } : null;

function restrictionsOf(permissions: readonly Permission[], decisionOf: (name: string) => Decision): Record<string, Restriction> {
  const found = permissions.map(({ name }) => [name, restrictionOf(decisionOf(name))] as const);
  return Object.fromEntries(found.flatMap(([name, restriction]) => (restriction ? [[name, restriction] as const] : [])));
}

/** The policy over some operations. Decisions of a set of roles are made once, as long as the set is remembered. */
export function policyOf(permissions: readonly Permission[]): Policy {
  const known = new Map(permissions.map((permission) => [permission.name, permission]));
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
    const decision = made.get(permission) ?? onlyOf(known.get(permission), decide(roles, permission, known));
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
    restrictions: (roles) => restrictionsOf(permissions, (permission) => decided(roles, permission)),
    actorOf: (id, roles, more = {}) => ({
      kind: 'user',
      id,
      roles,
      ...more,
      may: (permission) => decided(roles, permission).allowed,
      limit: (permission) => decided(roles, permission).maxAmount,
      scope: (permission) => decided(roles, permission).scope,
      hides: (permission) => decided(roles, permission).hides,
    }),
  };
}
