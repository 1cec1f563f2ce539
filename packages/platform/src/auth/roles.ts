import type { Actor } from '../context.ts';
import type { Module } from '../module.ts';

/** What a role of a workspace may do: every permission is the name of an operation. Unknown roles may do nothing. */
export type Roles = (role: string) => ReadonlySet<string>;

/** Owners and administrators do everything, members read everything. */
export function rolesOf(modules: readonly Module[]): Roles {
  const operations = modules.flatMap((module) => module.operations);
  const everything = new Set(operations.map(({ route }) => route.name as string));
  const reading = new Set(operations.filter(({ kind }) => kind === 'query').map(({ route }) => route.name as string));
  const nothing = new Set<string>();
  const roles = new Map([
    ['owner', everything],
    ['admin', everything],
    ['member', reading],
  ]);
  return (role) => roles.get(role) ?? nothing;
}

/** The actor that a person is in a role. */
export function actorOf(userId: string, permissions: ReadonlySet<string>): Actor {
  return { kind: 'user', id: userId, may: (permission) => permissions.has(permission) };
}
