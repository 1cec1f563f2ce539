import { AtlasError, type Grant, holds } from '@atlas/kernel';
import type { Actor } from '@atlas/platform';

/**
 * No one may give more than they have themselves: neither another permission nor a wider scope nor a higher amount, nor a
 * pattern that will cover more one day.
 *
 * @throws AtlasError `identity.more_than_own`
 */
export function refuseMoreThanOwn(actor: Actor, grants: readonly Grant[]): void {
  const has = (grant: Grant): boolean => (actor.roles ? holds(actor.roles, grant) : actor.may(grant.permission));
  const more = grants.find((grant) => !has(grant));
  if (!more) return;
  const limit = more.maxAmount === undefined ? '' : ` up to ${more.maxAmount}`;
  throw new AtlasError('identity.more_than_own', `You do not have ${more.permission}${limit} yourself.`, {
    permission: more.permission,
  });
}
