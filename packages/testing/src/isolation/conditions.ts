import type { Rewrite } from './rewriting.ts';

/** True whatever the parameters are, so that they keep their places and their types. */
const given = (parameters: string): string =>
  `(${parameters
    .split(',')
    .map((parameter) => `${parameter.trim()}::uuid is not null`)
    .join(' and ')})`;

/** Each way in which SQL of ours, written by hand or by Prisma, asks for the rows of a tenant, and what asks for all. */
const conditions: readonly (readonly [RegExp, (match: string, parameters: string) => string])[] = [
  [/(?<![\w."])(?:\w+\.)?tenant_id\s*=\s*(\$\d+)::uuid/gi, (_match, parameter) => given(parameter)],
  [/(?<![\w."])\w+\.tenant_id\s*=\s*\w+\.tenant_id(?!\w)/gi, () => 'true'],
  [/"public"\."\w+"\."tenant_id"\s*=\s*(\$\d+)/gi, (_match, parameter) => given(parameter)],
  // Prisma asks for parts of nothing as `in (NULL)`.
  [/"public"\."\w+"\."tenant_id"\s+in\s+\(((?:\$\d+|null)(?:\s*,\s*\$\d+)*)\)/gi, (_match, parameters) => given(parameters)],
];

/** A statement as it would be if nobody had thought of tenants. */
export const withoutConditions: Rewrite = (text) =>
  conditions.reduce((rewritten, [condition, instead]) => rewritten.replace(condition, instead), text);

/** The transaction of one tenant for an application that believes to work for another. */
export const inTransactionOf =
  (tenantId: string): Rewrite =>
  (text) =>
    // The parameter keeps its place, so that what binds it need not know.
    text.replace(/(?<=set_config\('app\.tenant_id', )(\$\d+)/, `coalesce('${tenantId}', $1)`);

/** Whether a statement asks for a tenant in a way that {@link withoutConditions} does not know. */
export const asksForTenant = (text: string): boolean =>
  /(?:(?<!["\w.])(?:(?!app\b)\w+\.)?tenant_id|\."tenant_id")\s*(?:=|<|>|!|in\b|is\b)|tenant_id"?[^()]*\)\s*(?:=|in\b)/i.test(
    text,
  );

/** Whether a statement touches no rows: it begins or ends a transaction, or says how it works or whose it is. */
export const touchesNoRows = (text: string): boolean =>
  /^\s*(?:begin|commit|rollback|savepoint|release|notify|select set_config|select current_tenant)\b/i.test(text);
