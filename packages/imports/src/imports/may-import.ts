import { AtlasError, isNarrow } from '@atlas/kernel';
import type { Actor } from '@atlas/platform';
import type { Catalogue } from './catalogue.ts';

/** Whether someone may do something to everybody's records, to any amount and seeing all of it. */
const mayWholly = (actor: Actor, permission: string): boolean =>
  actor.may(permission) &&
  !isNarrow(actor.scope?.(permission) ?? 'all') &&
  (actor.hides?.(permission) ?? []).length === 0 &&
  (actor.limit?.(permission) ?? null) === null;

/**
 * Refuses an import to whoever may not do what its files do, record by record, without any limit: its job works as Atlas
 * itself, so that an import would be a way around one's roles.
 *
 * @throws AtlasError `forbidden`
 */
export function requireWholeAuthority(
  actor: Actor,
  catalogue: Catalogue,
  files: readonly { readonly kind: string | null }[],
): void {
  const done = files.flatMap(({ kind }) => (kind === null ? [] : catalogue.doneBy(kind)));
  const missing = done.find((permission) => !mayWholly(actor, permission));
  if (missing === undefined) return;
  const message = `To import this needs the permission ${missing}, for all records, fields and amounts.`;
  throw new AtlasError('forbidden', message, { permission: missing });
}
