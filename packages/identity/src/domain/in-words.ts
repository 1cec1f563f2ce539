import type { Decision, Reason, Scope } from '@atlas/kernel';

type Explained = Decision & { readonly known: boolean; readonly without: readonly Reason[] };

const reached: Record<Scope, string> = {
  own: 'own records only',
  team: "the records of one's own teams only",
  department: "the records of one's own department and those beneath it only",
  company: 'all records of the company',
  all: 'all records',
};

const named = (reasons: readonly Reason[]): string =>
  [...new Set(reasons.map(({ role, grant }) => `${role} (${grant.permission})`))].join(', ');

/** Why not: nobody knows it, no role names it, or those that do name it for records that nothing tells apart. */
function whyNot(permission: string, { known, without }: Explained): string {
  if (!known) return `Refused: nothing that Atlas does is called ${permission}.`;
  if (without.length === 0) return `Refused: no role allows ${permission}.`;
  return `Refused: ${named(without)} allows it for some people's records, and ${permission} cannot tell whose they are.`;
}

/** A decision as a person would say it. */
export function inWords(permission: string, explained: Explained): string {
  const { allowed, scope, maxAmount, hides, because } = explained;
  if (!allowed || scope === null) return whyNot(permission, explained);
  const parts = [`Allowed by ${named(because)}`, `for ${reached[scope]}`];
  if (maxAmount !== null) parts.push(`up to ${maxAmount}`);
  if (hides.length > 0) parts.push(`without ${hides.join(', ')}`);
  return `${parts.join(', ')}.`;
}
