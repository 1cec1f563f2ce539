import type { permission, roleSummary } from '@atlas/identity/contract';
import { decide } from '@atlas/kernel';
import type { z } from 'zod';

export type Permission = z.output<typeof permission>;
export type RoleSummary = z.output<typeof roleSummary>;
export type Grant = RoleSummary['grants'][number];

/** What a role says of one permission: whose records it reaches, how much, and without which fields. */
export type Cell = {
  readonly allowed: boolean;
  readonly scope: Grant['scope'];
  readonly maxAmount: string | null;
  readonly hides: readonly string[];
};

export const noCell: Cell = { allowed: false, scope: 'all', maxAmount: null, hides: [] };

/** The same decision as every request's, as far as there is something to narrow. */
export function cellOf(grants: readonly Grant[], { name, limitable, scopable, maskable }: Permission): Cell {
  const known = new Map([[name, { scopable }]]);
  const { allowed, scope, maxAmount, hides } = decide([{ code: '', name: '', grants }], name, known);
  if (!allowed || scope === null) return noCell;
  return {
    allowed,
    scope: scopable ? scope : 'all',
    maxAmount: limitable ? maxAmount : null,
    hides: hides.filter((field) => maskable.includes(field)),
  };
}

const isWhole = ({ allowed, scope, maxAmount, hides }: Cell): boolean =>
  allowed && scope === 'all' && maxAmount === null && hides.length === 0;

export type Group = { readonly module: string; readonly permissions: readonly Permission[] };

/** Permissions by the module that they belong to, in the order in which they come. */
export function groupsOf(permissions: readonly Permission[]): Group[] {
  const groups = new Map<string, Permission[]>();
  for (const each of permissions) groups.set(each.module, [...(groups.get(each.module) ?? []), each]);
  return [...groups].map(([module, members]) => ({ module, permissions: members }));
}

/** How much of a group a role may do, and whether some of it only in part. */
export type Share = {
  readonly level: 'nothing' | 'reads' | 'some' | 'everything';
  readonly count: number;
  readonly narrowed: boolean;
};

export function shareOf(grants: readonly Grant[], { permissions }: Group): Share {
  const allowed = permissions.filter((each) => cellOf(grants, each).allowed);
  const reads = permissions.filter(({ kind }) => kind === 'query');
  const narrowed = allowed.some((each) => !isWhole(cellOf(grants, each)));
  const { length: count } = allowed;
  if (count === 0) return { level: 'nothing', count, narrowed };
  if (count === permissions.length) return { level: 'everything', count, narrowed };
  const onlyReads = allowed.every(({ kind }) => kind === 'query') && count === reads.length;
  return { level: onlyReads ? 'reads' : 'some', count, narrowed };
}

/** What an editor holds of each permission, by its name. */
export type Chosen = Readonly<Record<string, Cell>>;

export const chosenOf = (grants: readonly Grant[], permissions: readonly Permission[]): Chosen =>
  Object.fromEntries(permissions.map((each) => [each.name, cellOf(grants, each)]));

/** Whose records what was chosen of a group reaches; null where permissions differ, or where nothing can be narrowed. */
export function scopeOf(chosen: Chosen, { permissions }: Group): Grant['scope'] | null {
  const scopes = permissions.flatMap(({ name, scopable }) => {
    const cell = chosen[name] ?? noCell;
    return scopable && cell.allowed ? [cell.scope] : [];
  });
  const [first] = scopes;
  return first !== undefined && scopes.every((each) => each === first) ? first : null;
}

/** Grant of a single permission, without words about what it leaves as it is. */
const grantOf = (permission: string, { scope, maxAmount, hides }: Cell): Grant => ({
  permission,
  scope,
  ...(maxAmount === null ? {} : { maxAmount }),
  ...(hides.length === 0 ? {} : { hides: [...hides] }),
});

/** The grants that say what was chosen: a whole module by its pattern, so that it holds for what the module learns later. */
export const grantsOf = (chosen: Chosen, permissions: readonly Permission[]): Grant[] =>
  groupsOf(permissions).flatMap(({ module, permissions: members }): Grant[] => {
    if (members.every(({ name }) => isWhole(chosen[name] ?? noCell))) return [{ permission: `${module}.*`, scope: 'all' }];
    return members.flatMap(({ name }): Grant[] => {
      const cell = chosen[name] ?? noCell;
      return cell.allowed ? [grantOf(name, cell)] : [];
    });
  });

/**
 * The permissions that were chosen, for what is held to no scope or amount.
 *
 * @param byPattern whether a whole module is named by its pattern: only who holds that may give it
 */
export const permissionsOf = (chosen: Chosen, permissions: readonly Permission[], byPattern: boolean): string[] =>
  byPattern
    ? grantsOf(chosen, permissions).map(({ permission }) => permission)
    : permissions.flatMap(({ name }) => (chosen[name]?.allowed ? [name] : []));
