import { compare, decimal } from './decimal.ts';
import { byWidth, covers, type Grant, type Role, type Scope } from './grant.ts';

/** A grant that says yes, and the code of the role that holds it. */
export type Reason = { readonly role: string; readonly grant: Grant };

/** What roles say of one permission. */
export type Decision = {
  readonly allowed: boolean;
  /** The widest scope that a grant gives; null when nothing is allowed. */
  readonly scope: Scope | null;
  /** The highest amount that a grant gives; null without a limit. */
  readonly maxAmount: string | null;
  /** Every grant that says yes, the one that gives most first. */
  readonly because: readonly Reason[];
};

const refusal: Decision = { allowed: false, scope: null, maxAmount: null, because: [] };

/** The higher limit first, none at all before any. */
function byAmount({ maxAmount: a }: Grant, { maxAmount: b }: Grant): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compare(decimal(b), decimal(a));
}

/** Of grants that say yes, the most that they give: several roles add up. */
function addUp(reasons: readonly Reason[]): Decision {
  const because = reasons.toSorted(
    ({ grant: a }, { grant: b }) => byWidth(a.scope, b.scope) || byAmount(a, b) || a.permission.length - b.permission.length,
  );
  const [widest] = because;
  const [richest] = because.toSorted(({ grant: a }, { grant: b }) => byAmount(a, b));
  if (!widest || !richest) return refusal;
  return { allowed: true, scope: widest.grant.scope, maxAmount: richest.grant.maxAmount ?? null, because };
}

const reasonsFor = (roles: readonly Role[], permission: string): Reason[] =>
  roles.flatMap(({ code, grants }) =>
    grants.filter((grant) => covers(grant.permission, permission)).map((grant) => ({ role: code, grant })),
  );

/**
 * Whether roles allow a permission, how far and how much. Several roles add up: the widest scope and the highest amount
 * of all their grants. What is not known is refused, whatever a pattern would cover.
 */
export const decide = (roles: readonly Role[], permission: string, known: ReadonlySet<string>): Decision =>
  known.has(permission) ? addUp(reasonsFor(roles, permission)) : refusal;

/** Whether roles hold a grant whole: all that its pattern covers, as far and as much, also of what will exist one day. */
export function holds(roles: readonly Role[], grant: Grant): boolean {
  const { allowed, scope, maxAmount } = addUp(reasonsFor(roles, grant.permission));
  if (!allowed || scope === null || byWidth(scope, grant.scope) > 0) return false;
  if (maxAmount === null) return true;
  return grant.maxAmount !== undefined && compare(decimal(grant.maxAmount), decimal(maxAmount)) <= 0;
}
