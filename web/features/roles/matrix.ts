import type { permission, roleSummary } from '@atlas/identity/contract';
import { covers } from '@atlas/kernel';
import type { z } from 'zod';

export type Permission = z.output<typeof permission>;
export type RoleSummary = z.output<typeof roleSummary>;
export type Grant = RoleSummary['grants'][number];

/** What a role says of one permission: the widest grant wins, and no limit is wider than any. */
export type Cell = { readonly allowed: boolean; readonly maxAmount: string | null };

export function cellOf(grants: readonly Grant[], { name, limitable }: Permission): Cell {
  const fitting = grants.filter((grant) => covers(grant.permission, name));
  if (fitting.length === 0) return { allowed: false, maxAmount: null };
  if (!limitable || fitting.some(({ maxAmount }) => maxAmount === undefined)) return { allowed: true, maxAmount: null };
  const limits = fitting.map(({ maxAmount }) => maxAmount ?? '0');
  return { allowed: true, maxAmount: limits.reduce((most, each) => (Number(each) > Number(most) ? each : most)) };
}

export type Group = { readonly module: string; readonly permissions: readonly Permission[] };

/** Permissions by the module that they belong to, in the order in which they come. */
export function groupsOf(permissions: readonly Permission[]): Group[] {
  const groups = new Map<string, Permission[]>();
  for (const each of permissions) groups.set(each.module, [...(groups.get(each.module) ?? []), each]);
  return [...groups].map(([module, members]) => ({ module, permissions: members }));
}

/** How much of a group a role may do. */
export type Share = { readonly level: 'nothing' | 'reads' | 'some' | 'everything'; readonly count: number };

export function shareOf(grants: readonly Grant[], { permissions }: Group): Share {
  const allowed = permissions.filter((each) => cellOf(grants, each).allowed);
  const reads = permissions.filter(({ kind }) => kind === 'query');
  const { length: count } = allowed;
  if (count === 0) return { level: 'nothing', count };
  if (count === permissions.length) return { level: 'everything', count };
  const onlyReads = allowed.every(({ kind }) => kind === 'query') && count === reads.length;
  return { level: onlyReads ? 'reads' : 'some', count };
}

/** What an editor holds of each permission, by its name. */
export type Chosen = Readonly<Record<string, Cell>>;

export const chosenOf = (grants: readonly Grant[], permissions: readonly Permission[]): Chosen =>
  Object.fromEntries(permissions.map((each) => [each.name, cellOf(grants, each)]));

/** The grants that say what was chosen: a whole module by its pattern, so that it holds for what the module learns later. */
export function grantsOf(chosen: Chosen, permissions: readonly Permission[]): Grant[] {
  return groupsOf(permissions).flatMap(({ module, permissions: members }): Grant[] => {
    const free = (cell: Cell | undefined) => cell?.allowed === true && cell.maxAmount === null;
    if (members.every(({ name }) => free(chosen[name]))) return [{ permission: `${module}.*`, scope: 'all' }];
    return members.flatMap(({ name }): Grant[] => {
      const cell = chosen[name];
      if (!cell?.allowed) return [];
      return [{ permission: name, scope: 'all', ...(cell.maxAmount === null ? {} : { maxAmount: cell.maxAmount }) }];
    });
  });
}
