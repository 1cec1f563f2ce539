import { compare, decimal } from './decimal.ts';
import { byWidth, covers, type Grant, isNarrow, type Role, type Scope } from './grant.ts';

/** A grant that says yes, and the code of the role that holds it. */
export type Reason = { readonly role: string; readonly grant: Grant };

/** What roles say of one permission. */
export type Decision = {
  readonly allowed: boolean;
  /** The widest scope that a grant gives; null when nothing is allowed. */
  readonly scope: Scope | null;
  /** The highest amount that a grant gives; null without a limit. */
  readonly maxAmount: string | null;
  /** The fields that every grant hides. */
  readonly hides: readonly string[];
  /** Every grant that says yes, the one that gives most first. */
  readonly because: readonly Reason[];
};

/** Every operation that exists, and whether it can be narrowed to the records of some people. */
export type Known = ReadonlyMap<string, { readonly scopable: boolean }>;

const refusal: Decision = { allowed: false, scope: null, maxAmount: null, hides: [], because: [] };

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
  const hides = (widest.grant.hides ?? []).filter((field) => because.every(({ grant }) => grant.hides?.includes(field)));
  return { allowed: true, scope: widest.grant.scope, maxAmount: richest.grant.maxAmount ?? null, hides, because };
}

const isWide = ({ grant }: Reason): boolean => !isNarrow(grant.scope);

const reasonsFor = (roles: readonly Role[], permission: string): Reason[] =>
  roles.flatMap(({ code, grants }) =>
    grants.filter((grant) => covers(grant.permission, permission)).map((grant) => ({ role: code, grant })),
  );

/**
 * Whether roles allow a permission, how far, how much and without which fields. Several roles add up: the widest scope and
 * the highest amount of all their grants, and hidden is what each of them hides. What is not known is refused, whatever a
 * pattern would cover; so is a narrow scope where nothing can be told apart by whose it is.
 */
export function decide(roles: readonly Role[], permission: string, known: Known): Decision {
  const operation = known.get(permission);
  if (!operation) return refusal;
  const reasons = reasonsFor(roles, permission);
  return addUp(operation.scopable ? reasons : reasons.filter(isWide));
}

function givesAsMuch({ allowed, scope, maxAmount, hides }: Decision, grant: Grant): boolean {
  if (!allowed || scope === null || byWidth(scope, grant.scope) > 0) return false;
  if (!hides.every((field) => grant.hides?.includes(field))) return false;
  if (maxAmount === null) return true;
  return grant.maxAmount !== undefined && compare(decimal(grant.maxAmount), decimal(maxAmount)) <= 0;
}

/**
 * Whether roles hold a grant whole: all that its pattern covers, as far, as much and as openly, also of what will exist one
 * day. A wide grant counts where narrow ones do not: there it has to be held by wide ones.
 */
export function holds(roles: readonly Role[], grant: Grant): boolean {
  const reasons = reasonsFor(roles, grant.permission);
  return givesAsMuch(addUp(reasons), grant) && (isNarrow(grant.scope) || givesAsMuch(addUp(reasons.filter(isWide)), grant));
}
