/** Whose records a grant reaches, from the narrowest to the widest. */
export const scopes = ['own', 'team', 'department', 'company', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** One thing that a role may do. */
export type Grant = {
  /** `*`, `sales.*`, `sales.invoice.*` or the exact name of an operation */
  readonly permission: string;
  readonly scope: Scope;
  /** The most that one document may be worth, decimal text in the currency of the books; left out, there is no limit. */
  readonly maxAmount?: string | undefined;
  /** Fields that stay hidden, by their name wherever they stand in an answer: `email`, `note`. */
  readonly hides?: readonly string[] | undefined;
};

/** A named set of grants. */
export type Role = { readonly code: string; readonly name: string; readonly grants: readonly Grant[] };

const patternShape = /^(\*|[a-z][a-z_]*(\.[a-z][a-z_]*)?\.\*|[a-z][a-z_]*(\.[a-z][a-z_]*){2})$/;

/** Whether a text is `*`, `module.*`, `module.aggregate.*` or `module.aggregate.verb`. */
export const isPermissionPattern = (text: string): boolean => patternShape.test(text);

/**
 * Whether a pattern reaches everything that another pattern, or a permission, reaches: `sales.*` covers
 * `sales.invoice.*` and `sales.invoice.post`.
 */
export function covers(pattern: string, other: string): boolean {
  if (pattern === '*' || pattern === other) return true;
  return pattern.endsWith('.*') && other.startsWith(pattern.slice(0, -1));
}

/** Whether a scope leaves out records of the workspace. A workspace holds one company, so that `company` leaves out none. */
export const isNarrow = (scope: Scope): boolean => scope !== 'all' && scope !== 'company';

/** The wider of two scopes first. */
export const byWidth = (a: Scope, b: Scope): number => scopes.indexOf(b) - scopes.indexOf(a);
